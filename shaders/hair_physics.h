#pragma once

#include "physics.h"

/// The physics of hair in float, as the GPU computes it.
namespace healed::physics {

using glm::asin;

#include "physics/hair_fibre.glsl"

} // namespace healed::physics
