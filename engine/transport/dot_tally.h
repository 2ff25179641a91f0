#pragma once

#include "transport/bands.h"
#include "transport/dot_axes.h"
#include "transport/leg_tally.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace healed::transport {

/// One absorber of the tables over the axis of absorption.
struct DotEntry {
    std::array<float, absorptions_per_mm.size()> area_mm2, sheet_share;
    std::array<float, spread_widths> spread;
};

/// Dark area by distance from the absorber, in rings whose radii grow as the square of their number.
class DarkRings {
  public:
    static constexpr std::size_t count = 48;
    static std::size_t ring_at(double distance_mm);
    void add(std::size_t ring, double area_mm2) { mass_[ring] += area_mm2; }
    /// Shares of the fixed Gaussians that make the rings most likely (expectation–maximisation over the
    /// shares alone).
    std::array<float, spread_widths> fitted_spread() const;

  private:
    std::array<double, count> mass_{};
};

/// Sums over paths of what lone absorbers take from them. Where a path leads past an absorber does not depend
/// on absorption, so one sensing serves all bands whose weights it is given.
class DotTally {
  public:
    /// Adds every n-th path, about `most_paths` of them, to the bands named; `weights` four bands at a time,
    /// each as the paths.
    void add(const gpu::Device& device, const PathPool& pool,
             std::span<const std::vector<FourWeights>> weights, std::span<const std::size_t> bands,
             std::size_t most_paths, std::uint32_t seed);

    std::vector<DotEntry> entries(std::size_t band) const;

  private:
    struct Sums {
        std::array<double, absorptions_per_mm.size()> area{}, sheet{};
        DarkRings rings;
    };
    std::array<double, band_count> weight_{};
    std::array<std::vector<Sums>, band_count> sums_;
};

} // namespace healed::transport
