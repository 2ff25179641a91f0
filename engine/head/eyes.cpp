#include "head/anthropometry.h"
#include "head/distance.h"
#include "head/features.h"

namespace healed::head {
namespace {

using glm::dvec3;

/// Centre of the eyeball; its cornea lies 13 mm behind the glabella (assumed).
constexpr dvec3 eyeball{median_man.interpupillary / 2.0, 12.5, 73.4};
constexpr double lid_thickness = 0.6;
/// Corners of the closed lids, from the nose out.
constexpr double inner = 16.8, outer = inner + median_man.eye_fissure;

/// −1 at the inner corner, 1 at the outer.
double along(double x) {
    return (2.0 * x - inner - outer) / (outer - inner);
}
/// A sagging arc: 1 in the middle, 0 at the corners.
double arc(double s) {
    return std::max(1.0 - s * s, -0.4);
}

double fissure_height(double s) {
    return 11.0 + 0.9 * s - 4.2 * arc(s);
}
double crease_height(double s) {
    return 14.6 + 0.8 * s + 5.2 * arc(s);
}

/// How far the skin lies outside of the plain globe: the upper lid lies over the lower, and folds when open.
double lid_relief(dvec3 p) {
    const double s = along(p.x);
    const double inside = ramp(1.16, 0.84, std::abs(s));
    const double above = p.y - fissure_height(s);
    const double over_crease = p.y - crease_height(s);
    const double margins = 0.45 * bell((above - 1.9) / 1.8) + 0.15 * bell((above + 2.8) / 2.2);
    const double groove = 0.95 * bell(above / 1.2);
    const double crease = 0.4 * bell(over_crease / 1.6);
    return inside * (margins - groove) +
           ramp(1.3, 0.7, std::abs(s)) * (0.8 * bell((over_crease - 4.0) / 3.2) - crease);
}

/// The shallow trough between lower lid and cheek, deepest beside the nose.
double tear_trough(dvec3 p, double folds) {
    const double s = along(p.x);
    const double under = p.y - (fissure_height(s) - 8.0 - 1.5 * s);
    return -0.35 * folds * bell(under / 2.6) * ramp(1.2, -0.9, s) * ramp(-1.7, -1.1, s);
}

} // namespace

double with_eyes(dvec3 p, double skin, const Traits& traits) {
    const dvec3 q = p - eyeball;
    if (glm::dot(q, q) > 40.0 * 40.0)
        return skin;
    const double globe = glm::length(q) - (median_man.eyeball_radius + lid_thickness);
    const double window = ramp(30.0, 19.0, glm::length(q));
    return smooth_union(skin, globe, 12.0) - window * (lid_relief(p) + tear_trough(p, traits.folds));
}

/// A woman's brow lies flatter over the root of the nose and the orbits.
double with_brow(dvec3 p, double skin, const Traits& traits) {
    if (traits.feminine == 0.0 || p.z < 50.0)
        return skin;
    return skin +
           2.2 * traits.feminine * ramp(50.0, 70.0, p.z) * bell((p.y - 33.0) / 10.0) * bell(p.x / 38.0);
}

bool on_eyelid(dvec3 p) {
    const double s = along(p.x);
    return p.z > 66.0 && std::abs(s) < 1.05 && p.y < crease_height(s) + 0.5 && p.y > fissure_height(s) - 5.5;
}

bool under_eyebrow(dvec3 p) {
    if (p.z < 60.0 || p.x < 9.0 || p.x > 55.0)
        return false;
    const double t = (p.x - 9.0) / 46.0;
    const double centre = 29.0 + 9.5 * t - 10.0 * t * t * t;
    const double half = 4.2 - 2.6 * t;
    return std::abs(p.y - centre) < half;
}

} // namespace healed::head
