#include "head/distance.h"
#include "head/features.h"

namespace healed::head {
namespace {

using glm::dvec3;

/// Centre of the eyeball: pupils 64 mm apart (ANSUR II), cornea 11 mm behind the glabella.
constexpr dvec3 eyeball{32.0, 12.5, 73.6};
constexpr double globe_radius = 12.2; ///< axial length 24.4 mm
constexpr double lid_thickness = 1.4;
/// Corners of the closed lids, from the nose out.
constexpr double inner = 16.5, outer = 46.0;

/// −1 at the inner corner, 1 at the outer.
double along(double x) {
    return (2.0 * x - inner - outer) / (outer - inner);
}

double fissure_height(double s) {
    return 11.4 + 0.9 * s - 4.4 * std::max(1.0 - s * s, -0.4);
}
double crease_height(double s) {
    return 14.0 + 0.6 * s + 4.6 * std::max(1.0 - s * s, -0.4);
}

/// How far the skin lies outside of the plain globe: margins, fold and the groove where the lids meet.
double lid_relief(dvec3 p) {
    const double s = along(p.x);
    const double inside = ramp(1.18, 0.92, std::abs(s));
    const double above = p.y - fissure_height(s);
    const double over_crease = p.y - crease_height(s);
    const double margins = 0.55 * bell((above - 1.7) / 1.5) + 0.3 * bell((above + 1.9) / 1.5);
    const double groove = 1.5 * bell(above / 0.85);
    const double crease = 0.9 * bell(over_crease / 1.1) - 0.7 * bell((over_crease - 3.0) / 2.4);
    return inside * (margins - groove - crease);
}

} // namespace

double with_eyes(dvec3 p, double skin) {
    const dvec3 q = p - eyeball;
    if (glm::dot(q, q) > 40.0 * 40.0)
        return skin;
    const double globe = glm::length(q) - (globe_radius + lid_thickness);
    double whole = smooth_union(skin, globe, 6.0);
    const double window = ramp(26.0, 17.0, glm::length(q));
    whole -= window * lid_relief(p);
    return whole;
}

bool on_eyelid(dvec3 p) {
    const double s = along(p.x);
    return p.z > 70.0 && std::abs(s) < 1.05 && p.y < crease_height(s) + 0.5 && p.y > fissure_height(s) - 5.5;
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
