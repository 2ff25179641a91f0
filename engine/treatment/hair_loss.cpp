#include "treatment/hair_loss.h"

#include "treatment/scalp_constants.h"
#include "treatment/wander.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace healed::treatment {

namespace {

constexpr float degree = std::numbers::pi_v<float> / 180.0f;
constexpr float half_edge_mm = static_cast<float>(constant::norwood_half_edge.value);
constexpr float vellus_left = static_cast<float>(constant::vellus_left.value);

/// One stage after Norwood's drawings, so stated that it fits any head: fronts in shares of the way from the
/// whorl (0) to the juvenile hairline (1), rims in shares of the arc to the ear, mm on a median head.
struct Stage {
    std::array<float, 5> front; ///< bald ahead of it, at 0, 22, 45, 66 and 88 mm from the midline
    std::array<float, 4> rim;   ///< bald only within it, at 50°, 64°, 90° and 135°
    float behind_whorl_mm;      ///< how far the rim reaches behind the whorl
    float vertex_mm;            ///< length from front to back of the bald crown, halved; 0 for none
    float bridge;               ///< hair left on the top where it is not bald yet
};

Stage stage_of(Norwood norwood) {
    switch (norwood) {
    case Norwood::I:
        return {{4.0f, 4.0f, 4.0f, 4.0f, 4.0f}, {1, 1, 1, 1}, 80.0f, 0.0f, 1.0f};
    case Norwood::II:
        return {{1.20f, 1.00f, 0.73f, 0.86f, 1.4f}, {1, 1, 1, 1}, 80.0f, 0.0f, 1.0f};
    case Norwood::III:
        return {{1.06f, 0.86f, 0.57f, 0.70f, 1.3f}, {1, 1, 1, 1}, 80.0f, 0.0f, 0.97f};
    case Norwood::IIIVertex:
        return {{1.06f, 0.90f, 0.63f, 0.74f, 1.3f}, {1, 1, 1, 1}, 80.0f, 25.0f, 0.95f};
    case Norwood::IV:
        return {{0.86f, 0.74f, 0.53f, 0.58f, 0.9f}, {0.50f, 0.44f, 0.42f, 0.48f}, 60.0f, 35.0f, 0.86f};
    case Norwood::V:
        return {{0.57f, 0.51f, 0.41f, 0.40f, 0.48f}, {0.54f, 0.48f, 0.47f, 0.58f}, 60.0f, 56.0f, 0.38f};
    case Norwood::VI:
        return {{-4.0f, -4.0f, -4.0f, -4.0f, -4.0f}, {0.56f, 0.51f, 0.48f, 0.58f}, 56.0f, 0.0f, 1.0f};
    case Norwood::VII:
        break;
    }
    return {{-4.0f, -4.0f, -4.0f, -4.0f, -4.0f}, {0.64f, 0.62f, 0.61f, 0.74f}, 76.0f, 0.0f, 1.0f};
}

float lost(float beyond_mm) {
    return glm::smoothstep(-half_edge_mm, half_edge_mm, beyond_mm);
}

MonotoneCurve front_of(const Stage& stage, const ScalpFrame& frame) {
    constexpr std::array lateral_mm{0.0f, 22.0f, 45.0f, 66.0f, 88.0f};
    const float whorl = frame.whorl_flat_mm().y;
    std::vector<MonotoneCurve::Point> points;
    for (std::size_t i = 0; i < lateral_mm.size(); ++i)
        points.push_back(
            {lateral_mm[i] * frame.scale(), whorl + stage.front[i] * (frame.trichion_arc_mm() - whorl)});
    return MonotoneCurve(std::move(points));
}

MonotoneCurve rim_of(const Stage& stage, const ScalpFrame& frame) {
    const float ear = frame.ear_arc_mm();
    const float behind = -frame.whorl_flat_mm().y + stage.behind_whorl_mm * frame.scale();
    return MonotoneCurve({{0.0f, 3.0f * ear},
                          {38.0f * degree, 1.2f * ear},
                          {50.0f * degree, stage.rim[0] * ear},
                          {64.0f * degree, stage.rim[1] * ear},
                          {90.0f * degree, stage.rim[2] * ear},
                          {135.0f * degree, stage.rim[3] * ear},
                          {180.0f * degree, behind}});
}

/// Distance ahead of the front, negative behind it; first-order, so good near it.
float ahead_mm(const MonotoneCurve& front, glm::vec2 flat_mm) {
    const float slope = front.slope(std::abs(flat_mm.x));
    return (flat_mm.y - front.at(std::abs(flat_mm.x))) / std::sqrt(1.0f + slope * slope);
}

/// Distance within the rim, negative beyond it; first-order too.
float within_mm(const MonotoneCurve& rim, Polar place) {
    const float radius = rim.at(std::abs(place.azimuth_rad));
    const float slope = rim.slope(std::abs(place.azimuth_rad)) / std::max(radius, 1.0f);
    return (radius - place.radius_mm) / std::sqrt(1.0f + slope * slope);
}

} // namespace

HairLoss::HairLoss(const ScalpFrame& frame, Norwood stage, std::uint64_t seed, float wander_mm)
    : frame_(frame), stage_(stage), seed_(seed), wander_mm_(wander_mm),
      front_(front_of(stage_of(stage), frame)), rim_(rim_of(stage_of(stage), frame)) {}

float HairLoss::remaining(glm::vec2 chart) const {
    const Stage stage = stage_of(stage_);
    const Polar place = frame_.polar_at(chart);
    const glm::vec2 flat = frame_.flat_mm(chart);
    const float stray = wander_mm_ * (0.8f * wander(flat, 38.0f, seed_, Purpose::LossEdge) +
                                      0.4f * wander(flat + 500.0f, 14.0f, seed_, Purpose::LossEdge));
    float on_crown = 0.0f;
    if (stage.vertex_mm > 0.0f) {
        // Bald crowns are a little wider than long.
        const glm::vec2 off = flat - glm::vec2(0.0f, frame_.whorl_flat_mm().y);
        on_crown = lost(stage.vertex_mm * frame_.scale() + stray - glm::length(off * glm::vec2(0.88f, 1.0f)));
    }
    const float in_front = lost(ahead_mm(front_, flat) + stray);
    // Between front and vertex the hair thins before it goes.
    const float top_mm = 0.38f * frame_.ear_arc_mm();
    const float on_top = 1.0f - glm::smoothstep(top_mm - 20.0f, top_mm + 20.0f, place.radius_mm);
    const float thinned = (1.0f - stage.bridge) * on_top;
    const float kept_on_top = (1.0f - in_front) * (1.0f - on_crown) * (1.0f - thinned);
    const float left = 1.0f - (1.0f - kept_on_top) * lost(within_mm(rim_, place) + stray);
    return vellus_left + (1.0f - vellus_left) * left;
}

} // namespace healed::treatment
