#include "live/head_in_hand.h"

#include <vector>

namespace healed::studio {

namespace {

/// How much nearer the surface may be than a point on it, mm: triangles are flat.
constexpr float slack_mm = 1.5f;

head::Bvh rays_of(const head::Mesh& mesh) {
    std::vector<glm::vec3> positions;
    positions.reserve(mesh.vertices.size());
    for (const head::Vertex& vertex : mesh.vertices)
        positions.push_back(vertex.position_mm);
    return head::Bvh(positions, mesh.triangles);
}

} // namespace

HeadInHand::HeadInHand(const head::Head& of) : head(of), frame(head), rays(rays_of(head.mesh)) {}

std::optional<glm::vec3> surface_under(const HeadInHand& head, const render::Camera& camera, float aspect,
                                       PicturePlace place) {
    const float across = (2.0f * place.x - 1.0f) * aspect * camera.tan_half_height;
    const float up = (1.0f - 2.0f * place.y) * camera.tan_half_height;
    const glm::vec3 direction = glm::normalize(camera.forward + across * camera.right + up * camera.up);
    const auto hit = head.rays.nearest(camera.position_mm, direction, camera.far_mm * 1.5f);
    if (!hit)
        return std::nullopt;
    return camera.position_mm + hit->distance_mm * direction;
}

std::optional<PicturePlace> place_of(const render::Camera& camera, float aspect, glm::vec3 point_mm) {
    const glm::vec3 way = point_mm - camera.position_mm;
    const float depth = glm::dot(way, camera.forward);
    if (depth <= 0.0f)
        return std::nullopt;
    const float half = depth * camera.tan_half_height;
    return PicturePlace{0.5f + 0.5f * glm::dot(way, camera.right) / (half * aspect),
                        0.5f - 0.5f * glm::dot(way, camera.up) / half};
}

bool is_seen(const HeadInHand& head, const render::Camera& camera, glm::vec3 point_mm) {
    const glm::vec3 way = point_mm - camera.position_mm;
    const float distance = glm::length(way);
    return !head.rays.blocked(camera.position_mm, way / distance, distance - slack_mm);
}

} // namespace healed::studio
