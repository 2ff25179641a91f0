#pragma once

#include "interface/studio.h"

#include <span>

namespace healed::studio {

/// In which modes a part of a panel stands.
enum InModes : unsigned { InClient = 1, InTrainer = 2, InPortfolio = 4, InAll = 7 };

/// A part of one of the two panels. A further tool of a mode is a file that draws it and a line in the
/// panel's table; what is not there yet, has no line.
struct PanelPart {
    unsigned modes; ///< of InModes
    void (*draw)(Studio&);
};

inline void draw_parts(Studio& studio, std::span<const PanelPart> parts) {
    for (const PanelPart& part : parts)
        if ((part.modes & (1u << static_cast<unsigned>(studio.mode))) != 0)
            part.draw(studio);
}

} // namespace healed::studio
