#include "render/seen_triangles.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace healed::render {
namespace {

constexpr std::size_t triangles_per_bound = 64;
/// Triangles that stand for a rounder surface turn from the eye a little sooner than it does.
constexpr float roundness_rad = 0.1f;

std::vector<glm::uvec3> sorted_by_place(const head::Mesh& mesh, const std::vector<glm::uvec3>& triangles) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order(triangles.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        order[i] = {morton(mesh.vertices[triangles[i].x].position_mm), i};
    std::ranges::sort(order);
    std::vector<glm::uvec3> sorted;
    sorted.reserve(triangles.size());
    for (const auto& [code, i] : order)
        sorted.push_back(triangles[i]);
    return sorted;
}

struct Corner {
    glm::vec3 position_mm;
    glm::vec3 normal;
};

/// Corners with their own normals and with that of the triangle, whichever way round it is.
std::array<Corner, 6> corners_of(const head::Mesh& mesh, glm::uvec3 triangle) {
    std::array<Corner, 6> corners;
    glm::vec3 sum(0);
    for (int i = 0; i < 3; ++i) {
        const head::Vertex& vertex = mesh.vertices[triangle[i]];
        corners[static_cast<std::size_t>(i)] = {vertex.position_mm, vertex.normal};
        sum += vertex.normal;
    }
    const glm::vec3 a = corners[0].position_mm;
    const glm::vec3 across = glm::cross(corners[1].position_mm - a, corners[2].position_mm - a);
    const float area = glm::length(across);
    const glm::vec3 flat =
        area > 0.0f ? across * (glm::dot(across, sum) < 0.0f ? -1.0f : 1.0f) / area : corners[0].normal;
    for (std::size_t i = 0; i < 3; ++i)
        corners[i + 3] = {corners[i].position_mm, flat};
    return corners;
}

SurfaceBound bound_of(const head::Mesh& mesh, std::span<const glm::uvec3> triangles) {
    glm::vec3 low(1e9f), high(-1e9f), outwards(0, 1e-6f, 0);
    for (const glm::uvec3& triangle : triangles)
        for (const Corner& corner : corners_of(mesh, triangle)) {
            low = glm::min(low, corner.position_mm);
            high = glm::max(high, corner.position_mm);
            outwards += corner.normal;
        }
    SurfaceBound bound{.centre_mm = 0.5f * (low + high),
                       .radius_mm = 0.5f * glm::length(high - low),
                       .outwards = glm::normalize(outwards),
                       .spread_rad = 0};
    for (const glm::uvec3& triangle : triangles)
        for (const Corner& corner : corners_of(mesh, triangle))
            bound.spread_rad =
                std::max(bound.spread_rad,
                         std::acos(glm::clamp(glm::dot(corner.normal, bound.outwards), -1.0f, 1.0f)));
    return bound;
}

} // namespace

SeenTriangles::SeenTriangles(const gpu::Device& device, std::string_view name, const head::Mesh& mesh,
                             std::vector<glm::uvec3> triangles)
    : triangles_(sorted_by_place(mesh, triangles)), buffer_(device, name, triangles_.size()) {
    const std::span<const glm::uvec3> all(triangles_);
    for (std::size_t first = 0; first < all.size(); first += triangles_per_bound)
        bounds_.push_back(
            bound_of(mesh, all.subspan(first, std::min(triangles_per_bound, all.size() - first))));
}

void SeenTriangles::look_from(const Camera& camera, float aspect) {
    std::vector<bool> seen(bounds_.size());
    for (std::size_t i = 0; i < bounds_.size(); ++i)
        seen[i] = in_picture(bounds_[i], camera, aspect) && may_face(bounds_[i], camera, roundness_rad);
    if (seen == seen_)
        return;
    std::vector<glm::uvec3> chosen;
    for (std::size_t i = 0; i < bounds_.size(); ++i) {
        const std::size_t first = i * triangles_per_bound,
                          end = std::min(first + triangles_per_bound, triangles_.size());
        if (seen[i])
            chosen.insert(chosen.end(), triangles_.begin() + static_cast<std::ptrdiff_t>(first),
                          triangles_.begin() + static_cast<std::ptrdiff_t>(end));
    }
    buffer_.upload(chosen);
    count_ = static_cast<std::uint32_t>(chosen.size());
    seen_ = std::move(seen);
}

} // namespace healed::render
