#pragma once

#include "transport/bands.h"
#include "transport/dot_tally.h"

#include <array>
#include <iosfwd>
#include <span>
#include <vector>

namespace healed::transport {

/// What one absorber standing alone takes from the light of a band.
struct Darkening {
    float area_mm2;    ///< ∫(1 − R/R0) dA over the surface
    float sheet_share; ///< 1 − R/R0 under an endless sheet of the same strength and depth: where many must
                       ///< saturate
    std::array<float, spread_widths> spread; ///< shares of the Gaussians, adding up to 1

    friend bool operator==(const Darkening&, const Darkening&) = default;
};

/// Of one absorber, band by band.
using BandDarkenings = std::array<Darkening, band_count>;

/// Logarithms of DotEntry::area_mm2.
using LogAreas = std::array<float, absorptions_per_mm.size()>;

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

    /// The same in all bands.
    BandDarkenings dot(float depth_mm, float sigma_mm, const BandValues& area_mm2) const;
    BandDarkenings crust(float sigma_mm, const BandValues& area_mm2) const;
    BandDarkenings shaft(float radius_mm, const BandValues& absorption_per_mm) const;

    void write(std::ostream& stream) const;
    void read(std::istream& stream);

  private:
    /// Some entry of the tables, and how much it counts.
    struct Corner {
        std::size_t entry;
        float share;
    };
    static std::array<Corner, 4> dot_corners(float depth_mm, float sigma_mm);
    static std::array<Corner, 2> crust_corners(float sigma_mm);
    static std::array<Corner, 2> shaft_corners(float radius_mm);
    Darkening between(std::span<const Corner> corners, std::size_t band, float absorption_per_mm) const;
    BandDarkenings between(std::span<const Corner> corners, const BandValues& strength,
                           float absorption_per_strength, float beyond) const;
    void take_logarithms();

    std::array<std::vector<DotEntry>, band_count> entries_;
    std::array<std::vector<LogAreas>, band_count> ln_areas_; ///< of entries_, as they are interpolated
};

} // namespace healed::transport
