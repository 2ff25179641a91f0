#pragma once

#include "treatment/random.h"

#include <glm/glm.hpp>

namespace healed::treatment {

/// Smooth irregularity: value noise over mm, of about -1 … 1 with one bump per `wavelength_mm`. A line's
/// irregularity is that along one row.
float wander(glm::vec2 place_mm, float wavelength_mm, std::uint64_t seed, Purpose purpose);

} // namespace healed::treatment
