#include "head/scan.h"

namespace healed::head {

std::optional<Scan::Hit> Scan::facing(glm::dvec3 from, glm::dvec3 direction, double reach_mm) const {
    constexpr double past_mm = 1e-3;
    constexpr int most_layers = 24;
    double gone = 0.0;
    for (int layer = 0; layer < most_layers && gone < reach_mm; ++layer) {
        const auto hit =
            bvh_.nearest(glm::vec3(from + gone * direction), glm::vec3(direction), float(reach_mm - gone));
        if (!hit)
            return std::nullopt;
        gone += double(hit->distance_mm);
        const glm::uvec3 t = soup_.triangles[hit->triangle];
        const glm::vec3 a = soup_.positions[t.x];
        const glm::vec3 normal = glm::cross(soup_.positions[t.y] - a, soup_.positions[t.z] - a);
        if (glm::dot(normal, glm::vec3(direction)) < 0.0f)
            return Hit{from + gone * direction, float(gone), hit->triangle, hit->barycentric};
        gone += past_mm;
    }
    return std::nullopt;
}

PointCloud Scan::near(glm::dvec3 place, double radius_mm, std::size_t count) const {
    Soup part{soup_.positions, {}};
    for (const glm::uvec3& t : soup_.triangles)
        if (glm::distance(soup_.positions[t.x], glm::vec3(place)) < float(radius_mm))
            part.triangles.push_back(t);
    return PointCloud(part.triangles.empty() ? std::vector<SurfacePoint>() : spread_over(part, count));
}

} // namespace healed::head
