#pragma once

#include "base/units.h"
#include "bridge.h"

#include <cmath>

/// The same text in double, where adding a length to an inverse length does not compile.
namespace healed::checked_physics {

using Number = double;
using Length = Quantity<1>;
using Area = Quantity<2>;
using InverseLength = Quantity<-1>;
using InverseArea = Quantity<-2>;
using Time = Quantity<0, 1>;
using InverseTime = Quantity<0, -1>;
using vec2 = glm::dvec2;
using vec3 = glm::dvec3;
using vec4 = glm::dvec4;
using glm::cross, glm::dot, glm::length, glm::normalize;
using glm::uint, glm::uvec2, glm::uvec3, glm::uvec4, glm::ivec2, glm::ivec3, glm::ivec4;
using std::acos, std::asin, std::atan, std::ceil, std::cos, std::exp, std::floor, std::log, std::pow,
    std::sin, std::tan, std::abs, std::sqrt;

inline Number atan(Number y, Number x) {
    return std::atan2(y, x);
}
inline Number fract(Number x) {
    return x - std::floor(x);
}
inline Number inversesqrt(Number x) {
    return 1.0 / std::sqrt(x);
}
inline Number sign(Number x) {
    return (x > 0.0) - (x < 0.0);
}
inline Number step(Number edge, Number x) {
    return x < edge ? 0.0 : 1.0;
}
inline Number min(Number a, Number b) {
    return b < a ? b : a;
}
inline Number max(Number a, Number b) {
    return a < b ? b : a;
}
inline Number clamp(Number x, Number low, Number high) {
    return min(max(x, low), high);
}
inline Number mix(Number a, Number b, Number t) {
    return a * (1.0 - t) + b * t;
}
inline Number smoothstep(Number low, Number high, Number x) {
    const Number t = clamp((x - low) / (high - low), 0.0, 1.0);
    return t * t * (3.0 - 2.0 * t);
}
inline int min(int a, int b) {
    return b < a ? b : a;
}
inline int max(int a, int b) {
    return a < b ? b : a;
}
inline uint min(uint a, uint b) {
    return b < a ? b : a;
}
inline uint max(uint a, uint b) {
    return a < b ? b : a;
}

// glm multiplies a double vector only by doubles; the text's literals are floats.
inline vec3 operator*(vec3 v, float factor) {
    return v * static_cast<double>(factor);
}
inline vec3 operator*(float factor, vec3 v) {
    return v * static_cast<double>(factor);
}
inline vec2 operator*(vec2 v, float factor) {
    return v * static_cast<double>(factor);
}
inline vec2 operator*(float factor, vec2 v) {
    return v * static_cast<double>(factor);
}

template <int L, int T>
Quantity<L / 2, T / 2> sqrt(Quantity<L, T> x) {
    static_assert(L % 2 == 0 && T % 2 == 0, "the root of an odd power has no unit here");
    return Quantity<L / 2, T / 2>(std::sqrt(x.value));
}
template <int L, int T>
Quantity<L, T> abs(Quantity<L, T> x) {
    return Quantity<L, T>(std::abs(x.value));
}
template <int L, int T>
Quantity<L, T> min(Quantity<L, T> a, Quantity<L, T> b) {
    return b < a ? b : a;
}
template <int L, int T>
Quantity<L, T> max(Quantity<L, T> a, Quantity<L, T> b) {
    return a < b ? b : a;
}
template <int L, int T>
Quantity<L, T> clamp(Quantity<L, T> x, Quantity<L, T> low, Quantity<L, T> high) {
    return min(max(x, low), high);
}
template <int L, int T>
Quantity<L, T> mix(Quantity<L, T> a, Quantity<L, T> b, Number t) {
    return a * (1.0 - t) + b * t;
}

#include "physics.glsl"

} // namespace healed::checked_physics
