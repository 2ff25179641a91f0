#include "treatment/hair_loss.h"

#include "treatment/wander.h"

#include <array>
#include <cmath>
#include <numbers>

namespace healed::treatment {

namespace {

constexpr float degree = std::numbers::pi_v<float> / 180.0f;
constexpr float half_edge_mm = 10.0f; ///< half the width of the soft edges; assumed from photographs
constexpr float vellus_left = 0.02f;  ///< of the units that a bald area still shows; assumed

/// One stage after Norwood's drawings, in shares of the arc from the pole to the juvenile hairline (front)
/// and to the ear (rim), so that it fits any head. Radii far outside mean: no loss there.
struct Stage {
    std::array<float, 4> front; ///< bald ahead of it, at 0°, 18°, 36°, 52°
    float temple;               ///< the same at 64°
    float vertex_mm;            ///< radius of the bald disc on the crown, on a median head
    std::array<float, 3> rim; ///< bald within it, at 62°, 90° and 135°; 0 where there is no horseshoe yet
    float behind_whorl_mm;    ///< how far the horseshoe reaches behind the whorl
    float bridge;             ///< hair left between front and vertex
};

Stage stage_of(Norwood norwood) {
    switch (norwood) {
    case Norwood::I:
        return {{1.4f, 1.4f, 1.4f, 1.4f}, 1.6f, 0.0f, {}, 0.0f, 1.0f};
    case Norwood::II:
        return {{1.3f, 1.05f, 0.82f, 1.2f}, 1.6f, 0.0f, {}, 0.0f, 1.0f};
    case Norwood::III:
        return {{1.05f, 0.88f, 0.62f, 0.98f}, 1.6f, 0.0f, {}, 0.0f, 0.97f};
    case Norwood::IIIVertex:
        return {{1.05f, 0.92f, 0.68f, 1.02f}, 1.6f, 25.0f, {}, 0.0f, 0.95f};
    case Norwood::IV:
        return {{0.90f, 0.76f, 0.52f, 0.86f}, 1.5f, 34.0f, {}, 0.0f, 0.88f};
    case Norwood::V:
        return {{0.55f, 0.47f, 0.40f, 0.66f}, 1.25f, 47.0f, {}, 0.0f, 0.45f};
    case Norwood::VI:
        return {{2.0f, 2.0f, 2.0f, 2.0f}, 2.0f, 0.0f, {0.52f, 0.46f, 0.48f}, 46.0f, 1.0f};
    case Norwood::VII:
        break;
    }
    return {{2.0f, 2.0f, 2.0f, 2.0f}, 2.0f, 0.0f, {0.66f, 0.62f, 0.68f}, 78.0f, 1.0f};
}

float lost(float beyond_mm) {
    return glm::smoothstep(-half_edge_mm, half_edge_mm, beyond_mm);
}

Outline front_outline(const Stage& stage, float hairline_mm) {
    std::vector<Outline::Place> places;
    for (std::size_t i = 0; i < 4; ++i)
        places.push_back({std::array{0.0f, 18.0f, 36.0f, 52.0f}[i] * degree, stage.front[i] * hairline_mm});
    places.push_back({64.0f * degree, stage.temple * hairline_mm});
    places.push_back({80.0f * degree, 2.2f * hairline_mm});
    return Outline(std::move(places));
}

Outline rim_outline(const Stage& stage, const ScalpFrame& frame, float hairline_mm) {
    const float ear = frame.ear_arc_mm();
    const float behind = -frame.whorl_flat_mm().y + stage.behind_whorl_mm * frame.scale();
    return Outline({{0.0f, 2.0f * hairline_mm},
                    {46.0f * degree, 1.5f * hairline_mm},
                    {62.0f * degree, stage.rim[0] * ear},
                    {90.0f * degree, stage.rim[1] * ear},
                    {135.0f * degree, stage.rim[2] * ear},
                    {180.0f * degree, behind}});
}

} // namespace

HairLoss::HairLoss(const ScalpFrame& frame, Norwood stage, std::uint64_t seed, float wander_mm)
    : frame_(frame), stage_(stage), seed_(seed), wander_mm_(wander_mm) {
    const float hairline = frame.nearest(frame.landmarks().trichion).radius_mm;
    front_ = front_outline(stage_of(stage), hairline);
    rim_ = rim_outline(stage_of(stage), frame, hairline);
}

float HairLoss::remaining(glm::vec2 chart) const {
    const Stage stage = stage_of(stage_);
    const Polar place = frame_.polar_at(chart);
    const glm::vec2 flat = frame_.flat_mm(chart);
    const float stray = wander_mm_ * (0.7f * wander(flat, 34.0f, seed_, Purpose::LossEdge) +
                                      0.5f * wander(flat + 500.0f, 13.0f, seed_, Purpose::LossEdge));
    float left = 1.0f - lost(front_.beyond_mm(place.azimuth_rad, place.radius_mm) + stray);
    if (stage.rim[0] > 0.0f)
        left *= 1.0f - lost(stray - rim_.beyond_mm(place.azimuth_rad, place.radius_mm));
    if (stage.vertex_mm > 0.0f) {
        const glm::vec2 off = flat - glm::vec2(0.0f, frame_.whorl_flat_mm().y);
        left *=
            1.0f - lost(stage.vertex_mm * frame_.scale() + stray - glm::length(off * glm::vec2(0.95f, 1.0f)));
    }
    // Between front and vertex the hair thins before it goes.
    const float top_mm = 0.44f * frame_.ear_arc_mm();
    const float on_top = 1.0f - glm::smoothstep(top_mm - 15.0f, top_mm + 15.0f, place.radius_mm);
    left *= 1.0f - (1.0f - stage.bridge) * on_top;
    return vellus_left + (1.0f - vellus_left) * left;
}

} // namespace healed::treatment
