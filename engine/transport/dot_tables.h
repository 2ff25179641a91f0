#pragma once

#include "passes/sense_absorbers.h"
#include "transport/bands.h"
#include "transport/path_pool.h"

#include <array>
#include <cstdint>
#include <iosfwd>
#include <span>
#include <vector>

namespace healed::transport {

/// How an absorber's darkening spreads over the surface: shares of Gaussians of these standard deviations.
inline constexpr std::size_t spread_widths = 3;
inline constexpr std::array<float, spread_widths> spread_sigma_mm = {0.10f, 0.35f, 1.0f};

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
    /// Fills one band from paths through the bare skin, at most about `most_paths` of them: 4,000 give dark
    /// areas to about 3 %.
    void tabulate(const gpu::Device& device, std::size_t band, const PathPool& pool, std::size_t most_paths,
                  std::uint32_t seed);

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
    /// One absorber over the absorption axis.
    struct Entry {
        std::vector<float> area_mm2, sheet_share;
        std::array<float, spread_widths> spread;
    };
    static Entry summed(std::span<const passes::Sensing> sensings, std::span<const PooledPath> paths);
    static Darkening at_absorption(const Entry& entry, float absorption_per_mm);

    std::array<std::vector<Entry>, band_count> entries_;
};

} // namespace healed::transport
