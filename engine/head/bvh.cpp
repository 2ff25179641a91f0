#include "head/bvh.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace healed::head {

Bvh::Bvh(std::span<const glm::vec3> positions, std::span<const glm::uvec3> triangles) {
    for (std::size_t t = 0; t < triangles.size(); ++t) {
        const glm::vec3 a = positions[triangles[t].x];
        triangles_.push_back(
            {a, positions[triangles[t].y] - a, positions[triangles[t].z] - a, std::uint32_t(t)});
    }
    if (!triangles_.empty())
        build(0, triangles_.size());
}

/// Halves the triangles at the median of their centres along the longest side of the box.
void Bvh::build(std::size_t first, std::size_t count) {
    constexpr std::size_t leaf = 4;
    const auto centre = [](const Corners& c) { return c.a + (c.ab + c.ac) / 3.0f; };
    const std::size_t here = nodes_.size();
    nodes_.push_back({glm::vec3(INFINITY), std::uint32_t(first), glm::vec3(-INFINITY), std::uint32_t(count)});
    glm::vec3 low(INFINITY), high(-INFINITY);
    for (std::size_t t = first; t < first + count; ++t) {
        const Corners& c = triangles_[t];
        for (const glm::vec3 corner : {c.a, c.a + c.ab, c.a + c.ac}) {
            nodes_[here].low = glm::min(nodes_[here].low, corner);
            nodes_[here].high = glm::max(nodes_[here].high, corner);
        }
        low = glm::min(low, centre(c));
        high = glm::max(high, centre(c));
    }
    if (count <= leaf)
        return;
    const glm::vec3 extent = high - low;
    const int axis = extent.x >= extent.y && extent.x >= extent.z ? 0 : extent.y >= extent.z ? 1 : 2;
    const auto begin = triangles_.begin() + std::ptrdiff_t(first);
    std::nth_element(begin, begin + std::ptrdiff_t(count / 2), begin + std::ptrdiff_t(count),
                     [&](const Corners& a, const Corners& b) {
                         const float ca = centre(a)[axis], cb = centre(b)[axis];
                         return ca < cb || (ca == cb && a.triangle < b.triangle);
                     });
    build(first, count / 2);
    nodes_[here].first = std::uint32_t(nodes_.size());
    nodes_[here].count = 0;
    build(first + count / 2, count - count / 2);
}

/// T. Möller, B. Trumbore, "Fast, minimum storage ray-triangle intersection" (1997).
std::optional<Bvh::Hit> Bvh::meet(const Corners& c, glm::vec3 origin, glm::vec3 direction, float reach) {
    const glm::vec3 p = glm::cross(direction, c.ac);
    const float volume = glm::dot(c.ab, p);
    if (std::abs(volume) < 1e-12f)
        return std::nullopt;
    const glm::vec3 s = (origin - c.a) / volume;
    const float u = glm::dot(s, p);
    if (u < 0.0f || u > 1.0f)
        return std::nullopt;
    const glm::vec3 q = glm::cross(s, c.ab);
    const float v = glm::dot(direction, q);
    if (v < 0.0f || u + v > 1.0f)
        return std::nullopt;
    const float distance = glm::dot(c.ac, q);
    if (distance <= 0.0f || distance >= reach)
        return std::nullopt;
    return Hit{distance, c.triangle, {u, v}};
}

template <bool any>
std::optional<Bvh::Hit> Bvh::trace(glm::vec3 origin, glm::vec3 direction, float reach) const {
    std::optional<Hit> best;
    if (nodes_.empty())
        return best;
    const glm::vec3 inverse = 1.0f / direction;
    const auto enters = [&](const Node& node) {
        const glm::vec3 a = (node.low - origin) * inverse, b = (node.high - origin) * inverse;
        const glm::vec3 near = glm::min(a, b), far = glm::max(a, b);
        const float in = std::max({near.x, near.y, near.z, 0.0f}),
                    out = std::min({far.x, far.y, far.z, reach});
        return in <= out ? in : INFINITY;
    };
    std::array<std::uint32_t, 64> stack;
    std::size_t depth = 0;
    stack[depth++] = 0;
    while (depth > 0) {
        const std::uint32_t index = stack[--depth];
        const Node& node = nodes_[index];
        if (std::isinf(enters(node)))
            continue;
        if (node.count == 0) {
            const bool second_first = enters(nodes_[node.first]) < enters(nodes_[index + 1]);
            stack[depth++] = second_first ? index + 1 : node.first;
            stack[depth++] = second_first ? node.first : index + 1;
            continue;
        }
        for (std::uint32_t t = node.first; t < node.first + node.count; ++t)
            if (const std::optional<Hit> hit = meet(triangles_[t], origin, direction, reach)) {
                best = hit;
                reach = hit->distance_mm;
                if constexpr (any)
                    return best;
            }
    }
    return best;
}

std::optional<Bvh::Hit> Bvh::nearest(glm::vec3 origin, glm::vec3 direction, float reach) const {
    return trace<false>(origin, direction, reach);
}

bool Bvh::blocked(glm::vec3 origin, glm::vec3 direction, float reach) const {
    return trace<true>(origin, direction, reach).has_value();
}

} // namespace healed::head
