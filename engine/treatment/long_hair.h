#pragma once

#include "treatment/area.h"

#include <vector>

namespace healed::treatment {

/// Natural hair worn long: parted, combed to both sides of the parting and down.
struct LongHair {
    double length_mm = 280.0;   ///< of a median hair from root to tip, 30 … 600
    double wave = 0.2;          ///< 0 straight … 1 in deep waves
    std::vector<Place> parting; ///< line from the forehead to the crown; empty for the midline
};

} // namespace healed::treatment
