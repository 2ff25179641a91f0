#pragma once

#include "passes/head_vertex.h"
#include "render/strands.h"
#include "render/surface_bound.h"

#include <cstdint>
#include <span>
#include <vector>

namespace healed::render {

/// Pieces of a cluster: as many as a group of the strands pass draws.
inline constexpr std::size_t pieces_per_cluster = 64;

/// Pieces that lie near to each other.
struct StrandCluster {
    SurfaceBound bound;        ///< its normals are those of the skin that they lie nearest to
    float reach_mm;            ///< how far any of them stands off its skin
    std::uint32_t least_share; ///< of its pieces
};

/// Puts the pieces into an order in which neighbours of space are neighbours in memory (Morton order of their
/// places), and tells the clusters of that order; the last may be smaller.
std::vector<StrandCluster> cluster(Strands& strands, std::span<const passes::HeadVertex> vertices);

/// The clusters that a camera may see: within its picture, and not wholly beyond the horizon of the head that
/// they grow on, among those with pieces of at most `most_share`.
std::vector<std::uint32_t> clusters_in_view(std::span<const StrandCluster> clusters, const Camera& camera,
                                            float aspect, std::uint32_t most_share);

} // namespace healed::render
