#include "head/distance.h"
#include "head/features.h"

namespace healed::head {
namespace {

using glm::dvec3;

constexpr double corner = 27.0; ///< half width of the mouth

double towards_corner(double x) {
    return std::min(x / corner, 1.0);
}

/// Where the lips meet: a tubercle hangs in the middle, the corners lie a little low.
double stomion_height(double x) {
    const double t = towards_corner(x);
    return -54.2 - 0.9 * bell(x / 4.5) + 0.7 * bell((x - 11.0) / 6.0) - 0.9 * t * t;
}
/// Border of the upper red: Cupid's bow.
double upper_height(double x) {
    const double t = towards_corner(x);
    return stomion_height(x) + (1.0 - t) * (7.6 + 0.9 * bell((x - 6.0) / 3.5)) + 0.2 - 1.0 * bell(x / 2.6);
}
double lower_height(double x) {
    const double t = towards_corner(x);
    return stomion_height(x) - 9.4 * std::sqrt(std::max(1.0 - t * t, 0.0)) - 0.2;
}

double lips_relief(dvec3 p) {
    const double t = towards_corner(p.x);
    const double full = std::sqrt(std::max(1.0 - t * t, 0.0));
    const double seam = stomion_height(p.x);
    const double upper = (p.y - seam) / std::max(upper_height(p.x) - seam, 1.5);
    const double lower = (seam - p.y) / std::max(seam - lower_height(p.x), 1.5);
    const double bulge = p.y > seam ? 3.0 * bell((upper - 0.42) / 0.55) + 0.5 * bell((upper - 1.05) / 0.2)
                                    : 3.6 * bell((lower - 0.45) / 0.5);
    const double at_seam = p.y > seam ? 3.0 * bell(0.42 / 0.55) : 3.6 * bell(0.45 / 0.5);
    const double seam_groove = 1.9 * bell((p.y - seam) / 1.0) * ramp(30.0, 26.0, p.x);
    (void)at_seam;
    return full * bulge - seam_groove;
}

double philtrum(dvec3 p) {
    const double reach = ramp(-30.5, -35.0, p.y) * ramp(-49.0, -45.5, p.y);
    return reach * (0.65 * bell((p.x - 4.6) / 2.0) - 0.8 * bell(p.x / 2.8));
}

/// The shallow furrow from the wing of the nose to beside the mouth.
double nasolabial(dvec3 p) {
    const double t = std::clamp((-24.0 - p.y) / 30.0, 0.0, 1.0);
    const double furrow = 20.0 + 13.5 * t;
    const double reach = ramp(-22.0, -28.0, p.y) * ramp(-60.0, -46.0, p.y);
    return reach * (0.9 * bell((p.x - furrow - 7.0) / 6.0) - 1.1 * bell((p.x - furrow) / 3.2));
}

double corner_dimple(dvec3 p) {
    const double dx = p.x - 28.5, dy = p.y + 55.6;
    return -1.4 * bell(std::sqrt(dx * dx + dy * dy) / 3.4);
}

} // namespace

double with_mouth(dvec3 p, double skin) {
    if (p.z < 55.0 || p.y > -15.0 || p.y < -85.0 || p.x > 55.0)
        return skin;
    const double window = ramp(55.0, 68.0, p.z) * ramp(-15.0, -20.0, p.y) * ramp(-85.0, -78.0, p.y);
    return skin - window * (lips_relief(p) + philtrum(p) + nasolabial(p) + corner_dimple(p));
}

bool on_lips(dvec3 p) {
    return p.z > 75.0 && p.x < corner && p.y < upper_height(p.x) && p.y > lower_height(p.x);
}

} // namespace healed::head
