#pragma once

#include "treatment/painting.h"
#include "treatment/scalp_frame.h"

namespace healed::treatment {

/// Direction in which hair grows at a place, laid onto the skin: unit tangent. It leaves the whorl in a
/// spiral and runs forward over the top, forward and down at the temples, down on sides and back. Smooth
/// everywhere but in the whorls' centres. A second whorl lies 45 mm to the left of the first and turns the
/// other way, as most pairs do; hair follows the nearer of the two.
glm::vec3 growth_direction(const ScalpFrame& frame, glm::vec2 chart, int whorls = 1);

/// The same on the head of a plan, turned where its strokes comb it.
class GrowthField {
  public:
    GrowthField(const ScalpFrame& frame, const Plan& plan);

    glm::vec3 at(glm::vec2 chart) const;

  private:
    const ScalpFrame& frame_;
    int whorls_;
    Painting painting_;
};

} // namespace healed::treatment
