#include "render/strand_clusters.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace healed::render {
namespace {

/// The lower 10 bits of a number, two zeros between each.
std::uint64_t spaced(std::uint32_t x) {
    std::uint64_t bits = x & 0x3ffu;
    bits = (bits | bits << 16) & 0x30000ffu;
    bits = (bits | bits << 8) & 0x300f00fu;
    bits = (bits | bits << 4) & 0x30c30c3u;
    return (bits | bits << 2) & 0x9249249u;
}

std::uint64_t morton(glm::vec3 place_mm) {
    const glm::vec3 steps = glm::clamp(place_mm + 512.0f, 0.0f, 1023.0f);
    return spaced(static_cast<std::uint32_t>(steps.x)) | spaced(static_cast<std::uint32_t>(steps.y)) << 1 |
           spaced(static_cast<std::uint32_t>(steps.z)) << 2;
}

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
    StrandCluster cluster{.centre_mm = 0.5f * (low + high),
                          .radius_mm = 0.5f * glm::length(high - low),
                          .outwards = glm::normalize(outwards + glm::vec3(0, 1e-6f, 0)),
                          .spread_rad = 0,
                          .reach_mm = 0,
                          .least_share = pieces.front().share};
    for (const StrandPiece& piece : pieces) {
        const passes::HeadVertex& skin = vertices[piece.vertex];
        const float cosine = glm::clamp(glm::dot(skin.normal, cluster.outwards), -1.0f, 1.0f);
        cluster.spread_rad = std::max(cluster.spread_rad, std::acos(cosine));
        for (const glm::vec3 end : {piece.from, piece.to})
            cluster.reach_mm = std::max(cluster.reach_mm, glm::dot(end - skin.position, skin.normal));
    }
    return cluster;
}

bool in_picture(const StrandCluster& cluster, const Camera& camera, float aspect) {
    const glm::vec3 from_eye = cluster.centre_mm - camera.position_mm;
    const float depth = glm::dot(from_eye, camera.forward);
    const auto within = [&](float offset, float tangent) {
        return std::abs(offset) - tangent * depth < cluster.radius_mm * std::sqrt(1.0f + tangent * tangent);
    };
    return depth + cluster.radius_mm > camera.near_mm &&
           within(glm::dot(from_eye, camera.right) - depth * camera.shear.x,
                  aspect * camera.tan_half_height) &&
           within(glm::dot(from_eye, camera.up) - depth * camera.shear.y, camera.tan_half_height);
}

/// What stands off a ball of radius R by h is seen until it lies √(2h/R) beyond the horizon. Scalps are
/// nowhere rounder than this.
bool before_horizon(const StrandCluster& cluster, const Camera& camera) {
    constexpr float roundest_mm = 45.0f, margin_rad = 0.1f;
    const glm::vec3 to_eye = glm::normalize(camera.position_mm - cluster.centre_mm);
    const float angle = std::acos(glm::clamp(glm::dot(to_eye, cluster.outwards), -1.0f, 1.0f));
    const float beyond = std::sqrt(2.0f * std::max(cluster.reach_mm, 0.0f) / roundest_mm);
    return angle < std::numbers::pi_v<float> / 2.0f + cluster.spread_rad + beyond + margin_rad;
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
        if (clusters[i].least_share <= most_share && in_picture(clusters[i], camera, aspect) &&
            before_horizon(clusters[i], camera))
            seen.push_back(i);
    return seen;
}

} // namespace healed::render
