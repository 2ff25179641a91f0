#include "head/distance.h"
#include "head/features.h"

namespace healed::head {
namespace {

using glm::dvec3;

/// Bridge from the sellion to above the tip, with the widening of the nasal bones.
double bridge(dvec3 p) {
    const double upper = tapered_capsule(p, {0, 22, 88.5}, {0, 4, 97.5}, 6.6, 7.0);
    const double lower = tapered_capsule(p, {0, 4, 97.5}, {0, -17, 108.5}, 7.0, 7.6);
    return smooth_union(upper, lower, 4.0);
}

double sidewall(dvec3 p) {
    return tapered_capsule(p, {2.5, 6, 86.0}, {8.0, -19, 95.5}, 8.0, 9.5);
}

double tip(dvec3 p) {
    const double ball = ellipsoid(p - dvec3(3.0, -21.0, 111.0), {7.6, 7.6, 8.6});
    const double columella = tapered_capsule(p, {0, -25.5, 111.5}, {0, -31.0, 101.5}, 3.4, 4.6);
    return smooth_union(ball, columella, 4.0);
}

double wing(dvec3 p) {
    const dvec3 q = p - dvec3(11.3, -25.0, 100.5);
    const double turned = 0.42; // the wings close in towards the tip
    const dvec3 r{q.x * std::cos(turned) + q.z * std::sin(turned), q.y,
                  -q.x * std::sin(turned) + q.z * std::cos(turned)};
    return ellipsoid(r, {5.6, 7.2, 9.6});
}

double nostril(dvec3 p) {
    const dvec3 q = p - dvec3(6.6, -32.0, 103.5);
    const double turned = 0.5;
    const dvec3 r{q.x * std::cos(turned) + q.z * std::sin(turned), q.y,
                  -q.x * std::sin(turned) + q.z * std::cos(turned)};
    return ellipsoid(r, {2.9, 7.0, 5.4});
}

} // namespace

double with_nose(dvec3 p, double skin) {
    if (p.x > 45.0 || p.y > 60.0 || p.y < -60.0 || p.z < 60.0)
        return skin;
    double nose = smooth_union(bridge(p), sidewall(p), 9.0);
    nose = smooth_union(nose, tip(p), 6.0);
    nose = smooth_union(nose, wing(p), 4.0);
    const double whole = smooth_union(skin, nose, 7.0);
    return smooth_difference(whole, nostril(p), 2.5);
}

} // namespace healed::head
