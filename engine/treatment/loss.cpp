#include "treatment/loss.h"

#include "treatment/scalp_constants.h"
#include "treatment/wander.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace healed::treatment {

namespace {

/// One of Ludwig's stages, mm on a median head.
struct LudwigStage {
    float left;          ///< of the hair in the middle of the oval
    float front_band_mm; ///< kept behind the hairline
    float half_width_mm; ///< of the oval
};

/// Read off Ludwig's drawings by eye.
constexpr std::array<LudwigStage, 3> ludwig_stages{
    {{0.65f, 24.0f, 48.0f}, {0.38f, 17.0f, 58.0f}, {0.06f, 11.0f, 68.0f}}};
constexpr float ludwig_edge_mm = static_cast<float>(constant::ludwig_edge.value);
constexpr float behind_whorl_mm = static_cast<float>(constant::behind_whorl.value);
constexpr float moth_eaten_mm = static_cast<float>(constant::moth_eaten.value);

float ludwig_remaining(const ScalpFrame& frame, const LudwigStage& stage, glm::vec2 chart) {
    const glm::vec2 flat = frame.flat_mm(chart);
    const float scale = frame.scale();
    const float front = frame.trichion_arc_mm() - stage.front_band_mm * scale;
    const float back = frame.whorl_flat_mm().y - behind_whorl_mm * scale;
    const glm::vec2 half(stage.half_width_mm * scale, 0.5f * (front - back));
    const glm::vec2 off = (flat - glm::vec2(0.0f, 0.5f * (front + back))) / half;
    const float beyond_mm = (glm::length(off) - 1.0f) * half.x;
    const float edge = ludwig_edge_mm * scale;
    return glm::mix(stage.left, 1.0f, glm::smoothstep(-edge, 0.35f * edge, beyond_mm));
}

} // namespace

LossField::LossField(const ScalpFrame& frame, const Loss& loss, std::uint64_t seed)
    : frame_(frame), loss_(loss), seed_(seed) {
    for (const Area& area : loss.areas)
        areas_.emplace_back(frame, area);
}

float LossField::full_loss_remaining(glm::vec2 chart) const {
    switch (loss_.pattern) {
    case Loss::Pattern::Ludwig:
        return ludwig_remaining(frame_, ludwig_stages[static_cast<std::size_t>(loss_.stage)], chart);
    case Loss::Pattern::Diffuse:
        return static_cast<float>(loss_.remaining);
    case Loss::Pattern::Areata:
        return 1.0f - largest_share(areas_, chart);
    case Loss::Pattern::Scarring: {
        const glm::vec2 flat = frame_.flat_mm(chart);
        const glm::vec2 stray(wander(flat, 7.0f, seed_, Purpose::LossEdge),
                              wander(flat + 300.0f, 7.0f, seed_, Purpose::LossEdge));
        return 1.0f - largest_share(areas_, frame_.chart_at_flat(flat + moth_eaten_mm * stray));
    }
    case Loss::Pattern::Total:
        break;
    }
    return 0.0f;
}

float LossField::remaining(glm::vec2 chart) const {
    return 1.0f - static_cast<float>(loss_.share) * (1.0f - full_loss_remaining(chart));
}

RemainingHair::RemainingHair(const ScalpFrame& frame, const Plan& plan)
    : norwood_(frame, plan.norwood, plan.seed), marks_(frame, plan.marks, plan.seed) {
    for (const Loss& loss : plan.losses)
        losses_.emplace_back(frame, loss, plan.seed);
}

float RemainingHair::at(glm::vec2 chart) const {
    float left = norwood_.remaining(chart) * marks_.at(chart).hair_left;
    for (const LossField& loss : losses_)
        left *= loss.remaining(chart);
    return left;
}

} // namespace healed::treatment
