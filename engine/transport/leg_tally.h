#pragma once

#include "transport/path_pool.h"
#include "transport/slices.h"
#include "transport/weighted_tallies.h"

#include <array>
#include <glm/glm.hpp>
#include <span>

namespace healed::transport {

/// What the paths of a pool do between the slices. A path is cut at its deepest vertex, in slice k, into two
/// legs, each followed from the surface down; by reciprocity both obey one law. For each leg:
///   step j      from the first passage of edge j to the first passage of edge j + 1, j < k;
///   turn        everything in slice k after its first passage, both legs together;
///   excursion j from going up through edge j to coming back down through it, at any time, nested ones too.
template <typename Weight>
struct BasicLegTally {
    struct Slice {
        Weight deepest{};              ///< weight of the paths that turn here
        BasicLengthTally<Weight> step; ///< length in the slice beyond the first crossing
        BasicLengthTally<Weight> turn;
        BasicLengthTally<Weight> excursion;         ///< of this slice's upper edge: length in the slice above
        BasicRadialHistogram<Weight> first_passage; ///< of the upper edge, about the leg's surface end
        BasicRadialHistogram<Weight> step_length;   ///< length-weighted, about the surface end
        BasicRadialHistogram<Weight> turn_length;   ///< length-weighted, about the surface end
        BasicRadialHistogram<Weight> excursion_length; ///< length-weighted, about the excursion's start
        BasicRadialHistogram<Weight>
            step_advance; ///< from the first passage of the upper to that of the lower edge

        void add(const Slice& o) {
            deepest += o.deepest;
            step.add(o.step), turn.add(o.turn), excursion.add(o.excursion);
            first_passage.add(o.first_passage), step_length.add(o.step_length);
            turn_length.add(o.turn_length), excursion_length.add(o.excursion_length);
            step_advance.add(o.step_advance);
        }
    };
    std::array<Slice, slice_count> slices;

    void add(const BasicLegTally& other) {
        for (std::size_t j = 0; j < slice_count; ++j)
            slices[j].add(other.slices[j]);
    }
};
using LegTally = BasicLegTally<double>;

/// What four tallies are fed with at once.
using FourWeights = glm::dvec4;

/// Which ends of a path its legs are followed from; where a path turns always counts both.
enum class PathEnds { Both, First, Last };

/// Tallies all paths; `vertices` as in the pool. Sums run in the order of the paths whatever the number of
/// threads.
LegTally tally_legs(std::span<const PooledPath> paths, std::span<const glm::vec3> vertices,
                    PathEnds ends = PathEnds::Both);

/// Four tallies of the same paths, each path counting with its own four weights instead of that of the pool.
std::array<LegTally, 4> tally_legs(std::span<const PooledPath> paths, std::span<const glm::vec3> vertices,
                                   std::span<const FourWeights> weights);

} // namespace healed::transport
