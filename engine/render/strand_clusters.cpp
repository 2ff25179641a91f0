#include "render/strand_clusters.h"

#include <algorithm>
#include <cmath>

namespace healed::render {
namespace {

/// By share, so that what is not drawn from far does not stand among what is, then by place.
void sort_by_place(Strands& strands) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order(strands.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        order[i] = {std::uint64_t{strands[i].share} << 32 | morton(0.5f * (strands[i].from + strands[i].to)),
                    i};
    std::sort(order.begin(), order.end());
    Strands sorted;
    sorted.reserve(strands.size());
    for (const auto& [code, i] : order)
        sorted.push_back(strands[i]);
    strands = std::move(sorted);
}

StrandCluster cluster_of(std::span<const StrandPiece> pieces, std::span<const passes::HeadVertex> vertices) {
    glm::vec3 low(1e9f), high(-1e9f), outwards(0);
    for (const StrandPiece& piece : pieces) {
        low = glm::min(low, glm::min(piece.from, piece.to));
        high = glm::max(high, glm::max(piece.from, piece.to));
        outwards += vertices[piece.vertex].normal;
    }
    StrandCluster cluster{.bound = {.centre_mm = 0.5f * (low + high),
                                    .radius_mm = 0.5f * glm::length(high - low),
                                    .outwards = glm::normalize(outwards + glm::vec3(0, 1e-6f, 0)),
                                    .spread_rad = 0},
                          .reach_mm = 0,
                          .least_share = pieces.front().share};
    for (const StrandPiece& piece : pieces) {
        const passes::HeadVertex& skin = vertices[piece.vertex];
        const float cosine = glm::clamp(glm::dot(skin.normal, cluster.bound.outwards), -1.0f, 1.0f);
        cluster.bound.spread_rad = std::max(cluster.bound.spread_rad, std::acos(cosine));
        for (const glm::vec3 end : {piece.from, piece.to})
            cluster.reach_mm = std::max(cluster.reach_mm, glm::dot(end - skin.position, skin.normal));
    }
    return cluster;
}

/// What stands off a ball of radius R by h is seen until it lies √(2h/R) beyond the horizon. Scalps are
/// nowhere rounder than this.
bool before_horizon(const StrandCluster& cluster, const Camera& camera) {
    constexpr float roundest_mm = 45.0f;
    return may_face(cluster.bound, camera, std::sqrt(2.0f * std::max(cluster.reach_mm, 0.0f) / roundest_mm));
}

} // namespace

std::vector<StrandCluster> cluster(Strands& strands, std::span<const passes::HeadVertex> vertices) {
    sort_by_place(strands);
    std::vector<StrandCluster> clusters;
    const std::span<const StrandPiece> all(strands);
    for (std::size_t first = 0; first < all.size(); first += pieces_per_cluster)
        clusters.push_back(
            cluster_of(all.subspan(first, std::min(pieces_per_cluster, all.size() - first)), vertices));
    return clusters;
}

std::vector<std::uint32_t> clusters_in_view(std::span<const StrandCluster> clusters, const Camera& camera,
                                            float aspect, std::uint32_t most_share) {
    std::vector<std::uint32_t> seen;
    for (std::uint32_t i = 0; i < clusters.size(); ++i)
        if (clusters[i].least_share <= most_share && in_picture(clusters[i].bound, camera, aspect) &&
            before_horizon(clusters[i], camera))
            seen.push_back(i);
    return seen;
}

} // namespace healed::render
