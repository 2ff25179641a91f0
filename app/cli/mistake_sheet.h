#pragma once

#include "shot_options.h"

#include <string>

namespace healed::cli {

/// `healed sheet --mistake`: right work above, the mistake below, and the numbers by which it shows.
struct MistakeSheet {
    std::string name, output;
    ShotOptions shot;
    bool own_camera = true; ///< the one that shows the mistake best
    std::string at;         ///< times; empty: day 0, healed, 3 years, and what the mistake is proved at
    bool json = false;
};

/// Throws Error for an unknown mistake, listing the known ones.
void make_mistake_sheet(const MistakeSheet& wanted);

} // namespace healed::cli
