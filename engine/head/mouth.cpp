#include "head/anthropometry.h"
#include "head/distance.h"
#include "head/features.h"

namespace healed::head {
namespace {

using glm::dvec3;

constexpr double corner = median_man.mouth_width / 2.0; ///< half width of the mouth

/// 0 in the middle, 1 at the corner; rounded in the middle, so that nothing is creased there.
double towards_corner(double x) {
    constexpr double round = 4.0;
    const double reach = std::sqrt(corner * corner + round * round) - round;
    return std::min((std::sqrt(x * x + round * round) - round) / reach, 1.0);
}
/// A pair of bells, one on each side.
double pair(double x, double at, double width) {
    return bell((x - at) / width) + bell((x + at) / width);
}

/// Where the lips meet, but for the tubercle that hangs in the middle; the corners lie a little low.
double mouth_line(double x) {
    const double t = towards_corner(x);
    return -54.4 + 0.4 * pair(x, 10.0, 6.5) - 0.5 * t * t;
}
double stomion_height(double x) {
    return mouth_line(x) - 0.5 * bell(x / 4.5);
}
/// Border of the upper red: Cupid's bow.
double upper_height(double x) {
    const double t = towards_corner(x);
    return mouth_line(x) + (1.0 - t) * (7.4 + 1.0 * pair(x, 6.0, 3.4)) + 0.2 - 0.4 * bell(x / 3.0);
}
double lower_height(double x) {
    const double t = towards_corner(x);
    return mouth_line(x) - 10.4 * std::pow(1.0 - t * t, 0.75) - 0.2;
}

double lips_relief(dvec3 p) {
    const double t = towards_corner(p.x);
    const double full = std::pow(1.0 - t * t, 0.8);
    const double seam = stomion_height(p.x);
    const double upper = (p.y - seam) / std::max(upper_height(p.x) - seam, 2.5);
    const double lower = (seam - p.y) / std::max(seam - lower_height(p.x), 2.5);
    const double bulge =
        p.y > seam ? 3.1 * bell((upper - 0.3) / 0.62) + 0.15 * bell((upper - 1.0) / 0.35)
                   : 3.1 * bell((0.3 - lower) / 0.62) + 1.0 * bell((lower - 0.6) / 0.4) * ramp(0, 0.3, lower);
    const double groove = 1.0 * bell((p.y - seam) / 1.2) * ramp(27.5, 21.0, p.x);
    return full * bulge - groove;
}

double philtrum(dvec3 p) {
    const double reach = ramp(-33.0, -39.0, p.y) * ramp(-48.5, -45.5, p.y);
    return reach * (0.4 * pair(p.x, 4.8, 2.4) - 0.55 * bell(p.x / 2.8));
}

/// The shallow furrow from the wing of the nose to beside the mouth.
double nasolabial(dvec3 p, double folds) {
    const double t = std::clamp((-24.0 - p.y) / 30.0, 0.0, 1.0);
    const double furrow = 20.5 + 13.0 * t;
    const double reach = ramp(-18.0, -30.0, p.y) * ramp(-60.0, -44.0, p.y);
    return folds * reach * (0.6 * bell((p.x - furrow - 9.0) / 8.0) - 0.5 * bell((p.x - furrow) / 4.5));
}

/// The dip beside the corner.
double mouth_corner(dvec3 p) {
    const double dx = p.x - 27.5, dy = p.y + 55.4;
    return -1.1 * bell(std::sqrt(dx * dx + 0.6 * dy * dy) / 4.6);
}

/// The hollow under the lower lip.
double mentolabial(dvec3 p) {
    const double dy = p.y + 69.5 + 0.006 * p.x * p.x;
    return -1.4 * bell(dy / 4.0) * bell(p.x / 17.0);
}

} // namespace

double with_mouth(dvec3 p, double skin, const Traits& traits) {
    if (p.z < 55.0 || p.y > -12.0 || p.y < -90.0 || p.x > 60.0)
        return skin;
    const double window =
        ramp(55.0, 70.0, p.z) * ramp(-12.0, -20.0, p.y) * ramp(-90.0, -82.0, p.y) * ramp(60.0, 50.0, p.x);
    return skin - window * (lips_relief(p) + philtrum(p) + nasolabial(p, traits.folds) + mouth_corner(p) +
                            mentolabial(p));
}

bool on_lips(dvec3 p) {
    return p.z > 75.0 && p.x < corner && p.y < upper_height(p.x) && p.y > lower_height(p.x);
}

} // namespace healed::head
