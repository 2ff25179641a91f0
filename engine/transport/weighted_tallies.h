#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace healed::transport {

/// Weighted mean and variance of a length. A Weight is one number, or several for paths that count
/// differently in several tallies (under several absorptions) and are followed once.
template <typename Weight>
struct BasicMoments {
    Weight weight{}, sum{}, square{};

    void add(Weight w, double x) { weight += w, sum += w * x, square += w * (x * x); }
    void add(const BasicMoments& o) { weight += o.weight, sum += o.sum, square += o.square; }
    double mean() const { return weight > 0.0 ? sum / weight : 0.0; }
    /// Variance over the square of the mean.
    double relative_variance() const {
        const double v = sum > 0.0 ? square * weight / (sum * sum) - 1.0 : 0.0;
        return v > 0.0 ? v : 0.0;
    }
};
using Moments = BasicMoments<double>;

/// Path length in a slice, in slice thicknesses, split by whether the path left the slice upwards and came
/// back (an excursion) meanwhile.
template <typename Weight>
struct BasicLengthTally {
    BasicMoments<Weight> without, with;
    Weight excursions{}; ///< weighted number of them

    void add(Weight w, int excursion_count, double length) {
        (excursion_count == 0 ? without : with).add(w, length);
        excursions += w * static_cast<double>(excursion_count);
    }
    void add(const BasicLengthTally& o) {
        without.add(o.without), with.add(o.with);
        excursions += o.excursions;
    }
    double share_without() const {
        const double all = without.weight + with.weight;
        return all > 0.0 ? without.weight / all : 1.0;
    }
    /// Where there are any, at least 1.
    double mean_excursions() const { return with.weight > 0.0 ? excursions / with.weight : 1.0; }
};
using LengthTally = BasicLengthTally<double>;

/// Weight by lateral distance, in bins whose radii grow as the square of their number.
template <typename Weight>
struct BasicRadialHistogram {
    static constexpr std::size_t count = 240;
    static constexpr double reach_mm = 8.0;
    std::array<Weight, count> weight{};

    void add(float dx_mm, float dy_mm, Weight w) {
        const float radius = std::sqrt(dx_mm * dx_mm + dy_mm * dy_mm);
        const auto bin = static_cast<std::size_t>(std::sqrt(radius / static_cast<float>(reach_mm)) * count);
        weight[std::min(bin, count - 1)] += w;
    }
    void add(const BasicRadialHistogram& other) {
        for (std::size_t i = 0; i < count; ++i)
            weight[i] += other.weight[i];
    }
    static double radius_mm(std::size_t bin) {
        const double x = (static_cast<double>(bin) + 0.5) / count;
        return reach_mm * x * x;
    }
    Weight total() const {
        Weight sum{};
        for (const Weight& w : weight)
            sum += w;
        return sum;
    }
};
using RadialHistogram = BasicRadialHistogram<double>;

} // namespace healed::transport
