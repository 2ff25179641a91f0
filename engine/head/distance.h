#pragma once

#include <algorithm>
#include <cmath>
#include <glm/glm.hpp>

namespace healed::head {

/// Signed distances, mm: negative inside. Bodies that are not exact keep a gradient near 1 at their surface.

/// The union of two bodies with a fillet that begins where their distances differ by less than `fillet_mm`.
/// Cubic, so curvature stays continuous (I. Quilez, "Smooth minimum", 2013).
inline double smooth_union(double a, double b, double fillet_mm) {
    const double h = std::max(fillet_mm - std::abs(a - b), 0.0) / fillet_mm;
    return std::min(a, b) - h * h * h * fillet_mm / 6.0;
}

inline double smooth_intersection(double a, double b, double fillet_mm) {
    return -smooth_union(-a, -b, fillet_mm);
}

/// `a` without `b`.
inline double smooth_difference(double a, double b, double fillet_mm) {
    return smooth_intersection(a, -b, fillet_mm);
}

/// An ellipsoid about the origin; the distance is of first order.
inline double ellipsoid(glm::dvec3 p, glm::dvec3 half_axes) {
    const glm::dvec3 q = p / half_axes;
    const double k = glm::length(q), slope = glm::length(q / half_axes);
    return slope > 0.0 ? k * (k - 1.0) / slope : -std::min({half_axes.x, half_axes.y, half_axes.z});
}

/// The hull of a ball about a and a ball about b, neither inside the other: exact, without an edge where cone
/// and balls meet (I. Quilez, "Round cone", 2018).
inline double round_cone(glm::dvec3 p, glm::dvec3 a, glm::dvec3 b, double radius_a, double radius_b) {
    const glm::dvec3 axis = b - a, from_a = p - a;
    const double length2 = glm::dot(axis, axis), taper = radius_a - radius_b;
    const double cone2 = length2 - taper * taper;
    const double y = glm::dot(from_a, axis), z = y - length2;
    const glm::dvec3 across = from_a * length2 - axis * y;
    const double x2 = glm::dot(across, across), y2 = y * y * length2, z2 = z * z * length2;
    const double limit = std::copysign(taper * taper * x2, taper);
    if (std::copysign(cone2 * z2, z) > limit)
        return std::sqrt(x2 + z2) / length2 - radius_b;
    if (std::copysign(cone2 * y2, y) < limit)
        return std::sqrt(x2 + y2) / length2 - radius_a;
    return (std::sqrt(x2 * cone2 / length2) + y * taper) / length2 - radius_a;
}

/// 1 at 0, falling as a bell; 1/e at ±1.
inline double bell(double x) {
    return std::exp(-x * x);
}

/// 0 below `from`, 1 above `to`, with continuous curvature between; `from` may lie above `to`.
inline double ramp(double from, double to, double x) {
    const double t = std::clamp((x - from) / (to - from), 0.0, 1.0);
    return t * t * t * (t * (t * 6.0 - 15.0) + 10.0);
}

} // namespace healed::head
