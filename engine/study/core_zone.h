#pragma once

#include "head/head.h"
#include "treatment/dot.h"

#include <span>
#include <vector>

namespace healed::study {

/// Where a treatment stands at its full density: the skin by which it is judged, without its feathered edges
/// and without the thin work between standing hair.
struct CoreZone {
    std::vector<treatment::Dot> dots; ///< in their order
    double area_mm2 = 0.0;            ///< 0 where there are no dots
};

/// Squares of the scalp chart that hold at least 60 % of the density that half of all dots stand in or above.
CoreZone core_zone(const head::ScalpChart& chart, std::span<const treatment::Dot> dots);

} // namespace healed::study
