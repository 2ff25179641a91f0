#include "head/bvh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace healed::head {

Bvh::Bvh(std::span<const glm::vec3> positions, std::span<const glm::uvec3> triangles) {
    for (std::size_t t = 0; t < triangles.size(); ++t) {
        const glm::vec3 a = positions[triangles[t].x];
        triangles_.push_back(
            {a, positions[triangles[t].y] - a, positions[triangles[t].z] - a, std::uint32_t(t)});
    }
    if (!triangles_.empty())
        build(0, triangles_.size(), 0);
}

namespace {

struct Box {
    glm::vec3 low{INFINITY}, high{-INFINITY};
    void add(glm::vec3 p) {
        low = glm::min(low, p);
        high = glm::max(high, p);
    }
    void add(const Box& box) {
        low = glm::min(low, box.low);
        high = glm::max(high, box.high);
    }
    /// Half of its surface.
    float area() const {
        const glm::vec3 side = glm::max(high - low, 0.0f);
        return side.x * side.y + side.y * side.z + side.z * side.x;
    }
    int longest_side() const {
        const glm::vec3 side = high - low;
        return side.x >= side.y && side.x >= side.z ? 0 : side.y >= side.z ? 1 : 2;
    }
};

/// Twelve slabs along the longest side of the centres' box; the best border by the surface area heuristic
/// (I. Wald, "On fast construction of SAH-based bounding volume hierarchies", 2007).
constexpr std::size_t slabs = 12;

std::size_t best_border(const std::array<Box, slabs>& boxes, const std::array<std::size_t, slabs>& counts) {
    std::array<float, slabs> cost{};
    Box below, above;
    std::size_t count_below = 0, count_above = 0;
    for (std::size_t border = 1; border < slabs; ++border) {
        below.add(boxes[border - 1]);
        count_below += counts[border - 1];
        cost[border] += count_below > 0 ? below.area() * float(count_below) : 0.0f;
        above.add(boxes[slabs - border]);
        count_above += counts[slabs - border];
        cost[slabs - border] += count_above > 0 ? above.area() * float(count_above) : 0.0f;
    }
    return std::size_t(std::min_element(cost.begin() + 1, cost.end()) - cost.begin());
}

} // namespace

std::size_t Bvh::split(std::size_t first, std::size_t count) {
    const auto centre = [](const Corners& c) { return c.a + (c.ab + c.ac) / 3.0f; };
    Box centres;
    for (std::size_t t = first; t < first + count; ++t)
        centres.add(centre(triangles_[t]));
    const int axis = centres.longest_side();
    const float low = centres.low[axis], side = centres.high[axis] - low;
    const auto slab = [&](const Corners& c) {
        return side > 0.0f ? std::min(std::size_t(float(slabs) * (centre(c)[axis] - low) / side), slabs - 1)
                           : 0;
    };
    std::array<Box, slabs> boxes;
    std::array<std::size_t, slabs> counts{};
    for (std::size_t t = first; t < first + count; ++t) {
        const Corners& c = triangles_[t];
        Box& box = boxes[slab(c)];
        box.add(c.a);
        box.add(c.a + c.ab);
        box.add(c.a + c.ac);
        ++counts[slab(c)];
    }
    const std::size_t border = best_border(boxes, counts);
    const auto begin = triangles_.begin() + std::ptrdiff_t(first), end = begin + std::ptrdiff_t(count);
    const auto middle = std::partition(begin, end, [&](const Corners& c) { return slab(c) < border; });
    const auto below = std::size_t(middle - begin);
    return below == 0 || below == count ? count / 2 : below;
}

void Bvh::build(std::size_t first, std::size_t count, std::size_t depth) {
    constexpr std::size_t leaf = 4, deep = 64;
    const std::size_t here = nodes_.size();
    Box box;
    for (std::size_t t = first; t < first + count; ++t) {
        const Corners& c = triangles_[t];
        box.add(c.a);
        box.add(c.a + c.ab);
        box.add(c.a + c.ac);
    }
    nodes_.push_back({box.low, std::uint32_t(first), box.high, std::uint32_t(count)});
    if (count <= leaf)
        return;
    const std::size_t below =
        depth < deep ? split(first, count) : count / 2; // else it could outgrow the stack
    build(first, below, depth + 1);
    nodes_[here].first = std::uint32_t(nodes_.size());
    nodes_[here].count = 0;
    build(first + below, count - below, depth + 1);
}

/// T. Möller, B. Trumbore, "Fast, minimum storage ray-triangle intersection" (1997).
bool Bvh::meet(const Corners& c, glm::vec3 origin, glm::vec3 direction, Hit& hit) {
    const glm::vec3 p = glm::cross(direction, c.ac);
    const float volume = glm::dot(c.ab, p);
    if (std::abs(volume) < 1e-12f)
        return false;
    const float inverse = 1.0f / volume;
    const glm::vec3 s = origin - c.a;
    const float u = glm::dot(s, p) * inverse;
    if (u < 0.0f || u > 1.0f)
        return false;
    const glm::vec3 q = glm::cross(s, c.ab);
    const float v = glm::dot(direction, q) * inverse;
    const float distance = glm::dot(c.ac, q) * inverse;
    if (v < 0.0f || u + v > 1.0f || distance <= 0.0f || distance >= hit.distance_mm)
        return false;
    hit = {distance, c.triangle, {u, v}};
    return true;
}

/// Where a ray enters a node's box; infinity if it misses it before `reach`.
float Bvh::entry(const Node& node, glm::vec3 origin, glm::vec3 inverse, float reach) {
    const float ax = (node.low.x - origin.x) * inverse.x, bx = (node.high.x - origin.x) * inverse.x;
    const float ay = (node.low.y - origin.y) * inverse.y, by = (node.high.y - origin.y) * inverse.y;
    const float az = (node.low.z - origin.z) * inverse.z, bz = (node.high.z - origin.z) * inverse.z;
    const float in = std::max(std::max(std::min(ax, bx), std::min(ay, by)), std::max(std::min(az, bz), 0.0f));
    const float out =
        std::min(std::min(std::max(ax, bx), std::max(ay, by)), std::min(std::max(az, bz), reach));
    return in <= out ? in : INFINITY;
}

template <bool any>
bool Bvh::trace(glm::vec3 origin, glm::vec3 direction, Hit& hit) const {
    const glm::vec3 inverse = 1.0f / direction;
    struct Visit {
        std::uint32_t node;
        float entry;
    };
    std::array<Visit, 128> stack;
    std::size_t depth = 0;
    bool met = false;
    if (!nodes_.empty())
        stack[depth++] = {0, entry(nodes_[0], origin, inverse, hit.distance_mm)};
    while (depth > 0) {
        const Visit visit = stack[--depth];
        if (visit.entry >= hit.distance_mm)
            continue;
        const Node& node = nodes_[visit.node];
        for (std::uint32_t t = node.first; t < node.first + node.count; ++t)
            met |= meet(triangles_[t], origin, direction, hit);
        if (any && met)
            return true;
        if (node.count > 0)
            continue;
        Visit near{visit.node + 1, entry(nodes_[visit.node + 1], origin, inverse, hit.distance_mm)};
        Visit far{node.first, entry(nodes_[node.first], origin, inverse, hit.distance_mm)};
        if (far.entry < near.entry)
            std::swap(near, far);
        if (far.entry < hit.distance_mm)
            stack[depth++] = far;
        if (near.entry < hit.distance_mm)
            stack[depth++] = near;
    }
    return met;
}

std::optional<Bvh::Hit> Bvh::nearest(glm::vec3 origin, glm::vec3 direction, float reach) const {
    Hit hit{reach, 0, {}};
    return trace<false>(origin, direction, hit) ? std::optional(hit) : std::nullopt;
}

bool Bvh::blocked(glm::vec3 origin, glm::vec3 direction, float reach) const {
    Hit hit{reach, 0, {}};
    return trace<true>(origin, direction, hit);
}

} // namespace healed::head
