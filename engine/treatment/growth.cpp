#include "treatment/growth.h"

#include "treatment/scalp_constants.h"

#include <algorithm>
#include <cmath>

namespace healed::treatment {

namespace {

constexpr float spiral_at_centre_rad = static_cast<float>(constant::spiral_at_centre.value);
constexpr float spiral_reach_mm = static_cast<float>(constant::spiral_reach.value);

/// Growth on the flat scalp (x to the head's left, y to the front); zero length only in the whorl's centre.
glm::vec2 flat_growth(const ScalpFrame& frame, glm::vec2 place_mm) {
    const glm::vec2 from_whorl = place_mm - frame.whorl_flat_mm();
    const float distance = glm::length(from_whorl);
    // Clockwise for who looks down on the head, as most whorls turn; x runs to that person's left.
    const float turn = spiral_at_centre_rad * std::exp(-distance / (spiral_reach_mm * frame.scale()));
    const glm::vec2 outwards = from_whorl / std::max(distance, 1e-6f);
    glm::vec2 growth(outwards.x * std::cos(turn) - outwards.y * std::sin(turn),
                     outwards.y * std::cos(turn) + outwards.x * std::sin(turn));
    // Over the top all hair lies closer to straight ahead than a fan from the whorl would.
    const float ahead = glm::smoothstep(20.0f, 120.0f, from_whorl.y / frame.scale());
    growth.x *= 1.0f - 0.35f * ahead;
    return growth;
}

} // namespace

glm::vec3 growth_direction(const ScalpFrame& frame, glm::vec2 chart) {
    const glm::vec2 place = frame.flat_mm(chart);
    const glm::vec2 growth = flat_growth(frame, place);
    constexpr float step_mm = 1.0f;
    const glm::vec2 length(glm::max(glm::length(growth), 1e-6f));
    const glm::vec2 ahead = frame.chart_at_flat(place + step_mm * growth / length);
    const glm::vec2 behind = frame.chart_at_flat(place - step_mm * growth / length);
    const glm::vec3 normal = frame.chart().normal_at(chart);
    const glm::vec3 along = frame.chart().jacobian_at(chart) * (ahead - behind);
    return glm::normalize(along - normal * glm::dot(along, normal));
}

} // namespace healed::treatment
