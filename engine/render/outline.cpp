#include "render/outline.h"

#include <algorithm>
#include <cmath>

namespace healed::render {

Outline::Outline(const head::Mesh& mesh, head::Part part, float side) : side_(side) {
    const auto belongs = [&](const head::Vertex& vertex) {
        return vertex.part == part && side * vertex.position_mm.x > 0.0f;
    };
    for (const head::Vertex& vertex : mesh.vertices)
        if (belongs(vertex)) {
            inner_mm_ = std::min(inner_mm_, std::abs(vertex.position_mm.x));
            outer_mm_ = std::max(outer_mm_, std::abs(vertex.position_mm.x));
        }
    lower_.fill(1e9f);
    upper_.fill(-1e9f);
    if (empty())
        return;
    for (const head::Vertex& vertex : mesh.vertices)
        if (belongs(vertex)) {
            const auto bin = std::min(static_cast<std::size_t>(along(vertex.position_mm.x) * bins), bins - 1);
            lower_[bin] = std::min(lower_[bin], vertex.position_mm.y);
            upper_[bin] = std::max(upper_[bin], vertex.position_mm.y);
        }
    for (std::size_t bin = 1; bin < bins; ++bin)
        if (lower_[bin] > upper_[bin]) {
            lower_[bin] = lower_[bin - 1];
            upper_[bin] = upper_[bin - 1];
        }
}

float Outline::along(float x_mm) const {
    return std::clamp((std::abs(x_mm) - inner_mm_) / (outer_mm_ - inner_mm_), 0.0f, 1.0f);
}

float Outline::x_mm(float along) const {
    return side_ * std::lerp(inner_mm_, outer_mm_, along);
}

float Outline::at(const std::array<float, bins>& edge, float along) {
    const float place = std::clamp(along * bins - 0.5f, 0.0f, static_cast<float>(bins) - 1.001f);
    const auto i = static_cast<std::size_t>(place);
    return std::lerp(edge[i], edge[i + 1], place - static_cast<float>(i));
}

float Outline::lower_mm(float along) const {
    return at(lower_, along);
}

float Outline::upper_mm(float along) const {
    return at(upper_, along);
}

PartFront::PartFront(const head::Mesh& mesh, head::Part part) : mesh_(mesh) {
    for (const glm::uvec3& triangle : mesh.triangles)
        if (mesh.vertices[triangle.x].part == part || mesh.vertices[triangle.y].part == part ||
            mesh.vertices[triangle.z].part == part)
            triangles_.push_back(triangle);
}

std::optional<SurfacePlace> PartFront::at(glm::vec2 xy_mm) const {
    std::optional<SurfacePlace> found;
    for (const glm::uvec3& triangle : triangles_) {
        const head::Vertex &a = mesh_.vertices[triangle.x], &b = mesh_.vertices[triangle.y],
                           &c = mesh_.vertices[triangle.z];
        const glm::vec2 ab(b.position_mm - a.position_mm), ac(c.position_mm - a.position_mm),
            ap = xy_mm - glm::vec2(a.position_mm);
        const float area = ab.x * ac.y - ab.y * ac.x;
        if (area <= 0.0f) // turned away from the front
            continue;
        const float v = (ap.x * ac.y - ap.y * ac.x) / area, w = (ab.x * ap.y - ab.y * ap.x) / area;
        if (v < 0.0f || w < 0.0f || v + w > 1.0f)
            continue;
        const glm::vec3 place = (1.0f - v - w) * a.position_mm + v * b.position_mm + w * c.position_mm;
        if (!found || place.z > found->position_mm.z)
            found = {place, glm::normalize((1.0f - v - w) * a.normal + v * b.normal + w * c.normal),
                     triangle.x};
    }
    return found;
}

} // namespace healed::render
