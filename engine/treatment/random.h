#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace healed::treatment {

/// What random numbers are drawn for, so that no two uses share a stream.
enum class Purpose : std::uint64_t {
    FollicleSites,
    FollicleLoss,
    Shafts,
    DotSites,
    Touch,
    HairlineEdge,
    LossEdge,
    Marks,
    TouchUpSites,
    Greying,
    People,
    Resampling,
    Layout,
    Slips
};

/// SplitMix64's finaliser (Steele, Lea & Flood 2014).
inline std::uint64_t scrambled(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

/// A stream of its own for each (seed, purpose, index): no order of evaluation can change what a dot draws.
class Random {
  public:
    Random(std::uint64_t seed, Purpose purpose, std::uint64_t index)
        : state_(scrambled(scrambled(seed + (static_cast<std::uint64_t>(purpose) << 56)) ^ (index + 1))) {}

    /// Uniform in [0, 1).
    double uniform() {
        state_ += 0x9e3779b97f4a7c15u;
        return static_cast<double>(scrambled(state_) >> 11) * 0x1p-53;
    }
    /// Standard normal, by Box & Muller.
    double normal() {
        const double u = 1.0 - uniform();
        return std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * std::numbers::pi * uniform());
    }
    /// Mean 1 and the given coefficient of variation, log-normal, so never negative.
    double scatter(double cv) {
        const double sigma = std::sqrt(std::log1p(cv * cv));
        return std::exp(sigma * normal() - 0.5 * sigma * sigma);
    }

  private:
    std::uint64_t state_;
};

} // namespace healed::treatment
