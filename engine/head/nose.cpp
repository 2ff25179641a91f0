#include "head/distance.h"
#include "head/features.h"

namespace healed::head {
namespace {

using glm::dvec3;

/// Bridge from the sellion to above the tip, a little convex where bone meets cartilage.
double bridge(dvec3 p) {
    const double upper = round_cone(p, {0, 24, 85.4}, {0, 4, 97.2}, 5.8, 7.0);
    const double lower = round_cone(p, {0, 4, 97.2}, {0, -17, 108.4}, 7.0, 7.8);
    return smooth_union(upper, lower, 6.0);
}

double sidewall(dvec3 p) {
    return round_cone(p, {3.5, 6, 86.5}, {7.0, -19, 97.5}, 7.0, 9.0);
}

double tip(dvec3 p) {
    const double ball = ellipsoid(p - dvec3(0.0, -20.6, 110.4), {9.8, 8.3, 9.8});
    const double columella = round_cone(p, {0, -24.3, 111.0}, {0, -28.5, 100.5}, 3.0, 4.4);
    return smooth_union(ball, columella, 6.0);
}

/// Into the axes of a part beside the midline, turned about the upright by `turn`.
dvec3 turned(dvec3 p, dvec3 centre, double turn) {
    const dvec3 q = p - centre;
    return {q.x * std::cos(turn) + q.z * std::sin(turn), q.y, -q.x * std::sin(turn) + q.z * std::cos(turn)};
}

double wing(dvec3 p) {
    return ellipsoid(turned(p, {11.0, -24.5, 100.8}, 0.42), {5.6, 7.0, 9.4});
}
double nostril(dvec3 p) {
    return ellipsoid(turned(p, {6.8, -31.6, 103.8}, 0.5), {2.8, 6.4, 5.2});
}

} // namespace

double with_nose(dvec3 p, double skin) {
    if (p.x > 48.0 || p.y > 60.0 || p.y < -62.0 || p.z < 60.0)
        return skin;
    double nose = smooth_union(bridge(p), sidewall(p), 18.0);
    nose = smooth_union(nose, tip(p), 11.0);
    nose = smooth_union(nose, wing(p), 6.5);
    const double fillet =
        15.0 - 10.0 * ramp(-6.0, -24.0, p.y); // wide beside the bridge, tight round the wings
    return smooth_difference(smooth_union(skin, nose, fillet), nostril(p), 3.0);
}

} // namespace healed::head
