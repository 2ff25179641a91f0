#include "render/surface_bound.h"

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

} // namespace

bool in_picture(const SurfaceBound& bound, const Camera& camera, float aspect) {
    const glm::vec3 from_eye = bound.centre_mm - camera.position_mm;
    const float depth = glm::dot(from_eye, camera.forward);
    const auto within = [&](float offset, float tangent) {
        return std::abs(offset) - tangent * depth < bound.radius_mm * std::sqrt(1.0f + tangent * tangent);
    };
    return depth + bound.radius_mm > camera.near_mm &&
           within(glm::dot(from_eye, camera.right) - depth * camera.shear.x,
                  aspect * camera.tan_half_height) &&
           within(glm::dot(from_eye, camera.up) - depth * camera.shear.y, camera.tan_half_height);
}

bool may_face(const SurfaceBound& bound, const Camera& camera, float beyond_rad) {
    const glm::vec3 to_eye = camera.position_mm - bound.centre_mm;
    const float distance = glm::length(to_eye);
    if (distance <= bound.radius_mm)
        return true;
    const float cosine = glm::dot(to_eye, bound.outwards) / distance;
    const float angle = std::acos(glm::clamp(cosine, -1.0f, 1.0f));
    return angle < std::numbers::pi_v<float> / 2.0f + bound.spread_rad + beyond_rad +
                       std::asin(bound.radius_mm / distance);
}

std::uint64_t morton(glm::vec3 place_mm) {
    const glm::vec3 steps = glm::clamp(place_mm + 512.0f, 0.0f, 1023.0f);
    return spaced(static_cast<std::uint32_t>(steps.x)) | spaced(static_cast<std::uint32_t>(steps.y)) << 1 |
           spaced(static_cast<std::uint32_t>(steps.z)) << 2;
}

} // namespace healed::render
