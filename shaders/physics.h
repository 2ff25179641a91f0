#pragma once

#include "bridge.h"

/// The shaders' physics in float, as the GPU computes it.
namespace healed::physics {

using namespace shader_types;
using glm::abs, glm::acos, glm::asin, glm::atan, glm::ceil, glm::clamp, glm::cos, glm::cross, glm::dot,
    glm::exp, glm::floor, glm::fract, glm::inversesqrt, glm::length, glm::log, glm::max, glm::min, glm::mix,
    glm::normalize, glm::pow, glm::sign, glm::sin, glm::smoothstep, glm::sqrt, glm::step, glm::tan;
using Number = float;
using Length = float;
using Area = float;
using InverseLength = float;
using InverseArea = float;
using Time = float;
using InverseTime = float;

#include "physics.glsl"

} // namespace healed::physics
