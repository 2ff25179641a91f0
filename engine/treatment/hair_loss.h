#pragma once

#include "treatment/monotone_curve.h"
#include "treatment/plan.h"
#include "treatment/scalp_frame.h"

#include <cstdint>

namespace healed::treatment {

/// Share of the natural hair that a Hamilton–Norwood stage (Norwood 1975, drawings) has left, 0 … 1:
/// recession of front and temples, the vertex, and from stage VI on all within the horseshoe. Edges are soft
/// over about 2 cm and wander by a few mm with the seed.
class HairLoss {
  public:
    /// `wander_mm` is how far the edges stray; 0 leaves left and right alike.
    HairLoss(const ScalpFrame& frame, Norwood stage, std::uint64_t seed, float wander_mm = 5.0f);

    float remaining(glm::vec2 chart) const;

  private:
    const ScalpFrame& frame_;
    Norwood stage_;
    std::uint64_t seed_;
    float wander_mm_;
    MonotoneCurve front_; ///< forward mm over |lateral mm| on the flat scalp; bald ahead of it
    MonotoneCurve rim_;   ///< arc from the pole over |azimuth|; bald only within it
};

} // namespace healed::treatment
