#include "treatment/growth.h"

#include "treatment/scalp_constants.h"

#include <algorithm>
#include <cmath>

namespace healed::treatment {

namespace {

constexpr float spiral_at_centre_rad = static_cast<float>(constant::spiral_at_centre.value);
constexpr float spiral_reach_mm = static_cast<float>(constant::spiral_reach.value);

constexpr float second_whorl_left_mm = 45.0f; ///< of the first; assumed from photographs

/// Growth about one whorl: a spiral that unwinds outwards. `turning` 1 is clockwise for who looks down on the
/// head, as most whorls turn; x runs to that person's left.
glm::vec2 spiral(glm::vec2 from_whorl, float turning, float scale) {
    const float distance = glm::length(from_whorl);
    const float turn = turning * spiral_at_centre_rad * std::exp(-distance / (spiral_reach_mm * scale));
    const glm::vec2 outwards = from_whorl / std::max(distance, 1e-6f);
    return {outwards.x * std::cos(turn) - outwards.y * std::sin(turn),
            outwards.y * std::cos(turn) + outwards.x * std::sin(turn)};
}

/// Growth on the flat scalp (x to the head's left, y to the front); zero length only in whorls' centres.
glm::vec2 flat_growth(const ScalpFrame& frame, glm::vec2 place_mm, int whorls) {
    const glm::vec2 from_whorl = place_mm - frame.whorl_flat_mm();
    glm::vec2 growth = spiral(from_whorl, 1.0f, frame.scale());
    if (whorls > 1) {
        const glm::vec2 from_second = from_whorl - glm::vec2(second_whorl_left_mm * frame.scale(), 0.0f);
        // By the fourth power of the distance each whorl has its own neighbourhood to itself.
        const float first = 1.0f / (std::pow(glm::dot(from_whorl, from_whorl), 2.0f) + 1.0f);
        const float second = 1.0f / (std::pow(glm::dot(from_second, from_second), 2.0f) + 1.0f);
        growth = (first * growth + second * spiral(from_second, -1.0f, frame.scale())) / (first + second);
    }
    // Over the top all hair lies closer to straight ahead than a fan from the whorl would.
    const float ahead = glm::smoothstep(20.0f, 120.0f, from_whorl.y / frame.scale());
    growth.x *= 1.0f - 0.35f * ahead;
    return growth;
}

} // namespace

glm::vec3 growth_direction(const ScalpFrame& frame, glm::vec2 chart, int whorls) {
    const glm::vec2 place = frame.flat_mm(chart);
    const glm::vec2 growth = flat_growth(frame, place, whorls);
    constexpr float step_mm = 1.0f;
    const glm::vec2 length(glm::max(glm::length(growth), 1e-6f));
    const glm::vec2 ahead = frame.chart_at_flat(place + step_mm * growth / length);
    const glm::vec2 behind = frame.chart_at_flat(place - step_mm * growth / length);
    const glm::vec3 normal = frame.chart().normal_at(chart);
    const glm::vec3 along = frame.chart().jacobian_at(chart) * (ahead - behind);
    return glm::normalize(along - normal * glm::dot(along, normal));
}

GrowthField::GrowthField(const ScalpFrame& frame, const Plan& plan)
    : frame_(frame), whorls_(plan.follicles.whorls), painting_(frame, plan.strokes) {}

glm::vec3 GrowthField::at(glm::vec2 chart) const {
    return painting_.combed(chart, growth_direction(frame_, chart, whorls_));
}

} // namespace healed::treatment
