#pragma once

#include "head/radial_spline.h"

#include <vector>

namespace healed::head {

/// Centre of the median man's radial surface.
inline constexpr glm::dvec3 cranial_centre_mm{0.0, 20.0, -8.0};

/// The cranium of the median man as places of its skin, one side, mm.
std::vector<RadialSpline::Place> cranium_places();
/// The face without nose, eyeballs, lips and ears, and the underside of the jaw, one side, mm.
std::vector<RadialSpline::Place> face_places();

} // namespace healed::head
