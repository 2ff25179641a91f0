#pragma once

#include "head/fitting.h"

#include <vector>

namespace healed::head {

/// Turns spread evenly over all there are, and the 24 that lay axes on axes, which most files have.
std::vector<glm::dmat3> even_turns();

/// The lie of a head turned so with its crown on the highest places of a model, over the middle of what lies
/// within a head's height of them. `crown_mm` is the height of the crown over the pivot.
Lie hung_from_top(const PointCloud& cloud, const glm::dmat3& turn, const glm::dvec3& pivot, double crown_mm);

} // namespace healed::head
