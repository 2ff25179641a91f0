#pragma once

#include "treatment/plan.h"
#include "treatment/scalp_frame.h"

#include <span>
#include <vector>

namespace healed::treatment {

/// Strokes of a brush laid onto a head.
class Painting {
  public:
    Painting(const ScalpFrame& frame, std::span<const Stroke> strokes);

    /// What the strokes make of dots per cm² that the plan asks for without them. They add and take away by
    /// `follicles_per_cm2`, those of a full head of hair, and never reach more than twice as many.
    float dots_per_cm2(glm::vec2 chart, float planned_per_cm2, float follicles_per_cm2) const;

    /// A direction of growth turned the way that hair is combed at a place: unit tangents, both.
    glm::vec3 combed(glm::vec2 chart, glm::vec3 growth) const;

    bool changes_density() const { return !density_.empty(); }

  private:
    struct Laid {
        Stroke::Kind kind;
        float density;
        std::vector<AreaField> sides; ///< where the hand went, and where its mirror image did

        float share_at(glm::vec3 place_mm) const;
        /// Which way the nearer side runs at a place; unit, or 0 for a disc.
        glm::vec3 way_at(glm::vec3 place_mm) const;
    };
    const ScalpFrame& frame_;
    std::vector<Laid> density_; ///< what adds, takes away and erases, in their order
    std::vector<Laid> combs_;
};

} // namespace healed::treatment
