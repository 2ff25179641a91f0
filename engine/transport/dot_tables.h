#pragma once

#include "transport/bands.h"
#include "transport/dot_tally.h"

#include <array>
#include <iosfwd>
#include <vector>

namespace healed::transport {

/// What one absorber standing alone takes from the light of a band.
struct Darkening {
    float area_mm2;    ///< ∫(1 − R/R0) dA over the surface
    float sheet_share; ///< 1 − R/R0 under an endless sheet of the same strength and depth: where many must
                       ///< saturate
    std::array<float, spread_widths> spread; ///< shares of the Gaussians, adding up to 1
};

/// Darkening of single dots, crusts and hairs in one skin, tabulated from exact path replay and interpolated.
/// Sums over many absorbers saturate as R/R0 = 1 − P(1 − exp(−S/P)), with S the dark area per area of skin
/// and P the sheet share.
class DotTables {
  public:
    DotTables() = default;
    explicit DotTables(const DotTally& tally);

    /// Ink in the skin; `area_mm2` is its absorbing area in the band (DotAbsorber). Depth 0.05 … 1.5 mm and
    /// sigma 0.03 … 0.4 mm are interpolated; at other depths the nearest is taken, and other sigmas have
    /// its dark area in proportion to sigma².
    Darkening dot(std::size_t band, float depth_mm, float sigma_mm, float area_mm2) const;
    /// Ink in a crust on the surface.
    Darkening crust(std::size_t band, float sigma_mm, float area_mm2) const;
    /// A hair's shaft below the surface, absorption in 1/mm.
    Darkening shaft(std::size_t band, float radius_mm, float absorption_per_mm) const;

    void write(std::ostream& stream) const;
    void read(std::istream& stream);

  private:
    static Darkening at_absorption(const DotEntry& entry, float absorption_per_mm);

    std::array<std::vector<DotEntry>, band_count> entries_;
};

} // namespace healed::transport
