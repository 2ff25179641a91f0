#pragma once

#include "transport/path_pool.h"
#include "transport/slices.h"

#include <array>
#include <glm/glm.hpp>
#include <span>

namespace healed::transport {

/// Weighted mean and variance of a length.
struct Moments {
    double weight = 0.0, sum = 0.0, square = 0.0;

    void add(double w, double x) { weight += w, sum += w * x, square += w * x * x; }
    void add(const Moments& o) { weight += o.weight, sum += o.sum, square += o.square; }
    double mean() const { return weight > 0.0 ? sum / weight : 0.0; }
    /// Variance over the square of the mean.
    double relative_variance() const {
        const double v = sum > 0.0 ? square * weight / (sum * sum) - 1.0 : 0.0;
        return v > 0.0 ? v : 0.0;
    }
};

/// Path length in a slice, in slice thicknesses, split by whether the path left the slice upwards and came
/// back (an excursion) meanwhile.
struct LengthTally {
    Moments without, with;
    double excursions = 0.0; ///< weighted number of them

    void add(double w, int excursion_count, double length);
    void add(const LengthTally& other);
    double share_without() const;
    double mean_excursions() const; ///< where there are any, at least 1
};

/// Weight by lateral distance, in bins whose radii grow as the square of their number.
struct RadialHistogram {
    static constexpr std::size_t count = 240;
    static constexpr double reach_mm = 8.0;
    std::array<double, count> weight{};

    void add(float dx_mm, float dy_mm, double w);
    void add(const RadialHistogram& other);
    static double radius_mm(std::size_t bin);
    double total() const;
};

/// What the paths of a pool do between the slices. A path is cut at its deepest vertex, in slice k, into two
/// legs, each followed from the surface down; by reciprocity both obey one law. For each leg:
///   step j      from the first passage of edge j to the first passage of edge j + 1, j < k;
///   turn        everything in slice k after its first passage, both legs together;
///   excursion j from going up through edge j to coming back down through it, at any time, nested ones too.
struct LegTally {
    struct Slice {
        double deepest = 0.0; ///< weight of the paths that turn here
        LengthTally step;     ///< length in the slice beyond the first crossing
        LengthTally turn;
        LengthTally excursion;            ///< of this slice's upper edge: length in the slice above
        RadialHistogram first_passage;    ///< of the upper edge, about the leg's surface end
        RadialHistogram step_length;      ///< length-weighted, about the surface end
        RadialHistogram turn_length;      ///< length-weighted, about the surface end
        RadialHistogram excursion_length; ///< length-weighted, about the excursion's start
        RadialHistogram step_advance;     ///< from the first passage of the upper to that of the lower edge

        void add(const Slice& other);
    };
    std::array<Slice, slice_count> slices;

    void add(const LegTally& other);
};

/// Which ends of a path its legs are followed from; where a path turns always counts both.
enum class PathEnds { Both, First, Last };

/// Tallies all paths; `vertices` as in the pool. Sums run in the order of the paths whatever the number of
/// threads.
LegTally tally_legs(std::span<const PooledPath> paths, std::span<const glm::vec3> vertices,
                    PathEnds ends = PathEnds::Both);

} // namespace healed::transport
