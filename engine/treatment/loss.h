#pragma once

#include "treatment/hair_loss.h"
#include "treatment/plan.h"

#include <vector>

namespace healed::treatment {

/// Share of the natural hair that one cause of loss leaves, 0 … 1. Ludwig's stages after his drawings (Ludwig
/// 1977): an oval over the top thins behind a kept front.
class LossField {
  public:
    LossField(const ScalpFrame& frame, const Loss& loss, std::uint64_t seed);

    float remaining(glm::vec2 chart) const;

  private:
    float full_loss_remaining(glm::vec2 chart) const;

    const ScalpFrame& frame_;
    Loss loss_;
    std::uint64_t seed_;
    std::vector<AreaField> areas_;
};

/// What all causes of a plan together leave: Norwood stage × losses × marks.
class RemainingHair {
  public:
    RemainingHair(const ScalpFrame& frame, const Plan& plan);

    float at(glm::vec2 chart) const;

  private:
    HairLoss norwood_;
    std::vector<LossField> losses_;
    MarkField marks_;
};

} // namespace healed::treatment
