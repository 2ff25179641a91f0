#pragma once

#include "study/dark_grid.h"
#include "study/ink_bands.h"
#include "study/zone_skin.h"

#include <span>

namespace healed::study {

/// A region of skin with its dots at one time. A single dot is a zone of one dot and the area that it is
/// meant to be the only one in.
struct Zone {
    std::span<const treatment::Dot> dots;
    std::span<const aging::DotState> states; ///< one a dot
    double area_mm2;                         ///< above 0
};

/// R/R0 of the region from afar, in every band: the ink that lies in the skin, and nothing on it.
transport::BandValues ink_ratio(const DarkGrid& grid, const InkBands& inks, const Zone& zone);

/// The same with all that healing adds: crusts, the flush about the dots, the veil.
transport::BandValues zone_ratio(const DarkGrid& grid, const InkBands& inks, const ZoneSkin& skin,
                                 const Zone& zone);

} // namespace healed::study
