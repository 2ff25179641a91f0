#pragma once

#include "treatment/scalp_frame.h"

namespace healed::treatment {

/// Direction in which hair grows at a place, laid onto the skin: unit tangent. It leaves the whorl in a
/// spiral and runs forward over the top, forward and down at the temples, down on sides and back. Smooth
/// everywhere but in the whorl's centre.
glm::vec3 growth_direction(const ScalpFrame& frame, glm::vec2 chart);

} // namespace healed::treatment
