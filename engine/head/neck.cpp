#include "head/distance.h"
#include "head/features.h"

namespace healed::head {
namespace {

using glm::dvec3;

/// Neck: about 380 mm round (ANSUR II), leaning forward.
double column(dvec3 p) {
    const dvec3 q{p.x * 1.04, p.y, p.z};
    return tapered_capsule(q, {0, -30, -14}, {0, -210, -48}, 56.0, 62.0);
}

/// From the back of the skull over the side of the neck to the shoulder.
double trapezius(dvec3 p) {
    const double upper = tapered_capsule(p, {20, -60, -50}, {44, -138, -62}, 22.0, 34.0);
    const double shoulder = tapered_capsule(p, {44, -138, -62}, {165, -205, -52}, 34.0, 40.0);
    return smooth_union(upper, shoulder, 30.0);
}

double chest(dvec3 p) {
    const dvec3 q = p - dvec3(0, -255, -45);
    return ellipsoid(q, {205, 82, 88});
}

double shoulder_cap(dvec3 p) {
    return ellipsoid(p - dvec3(178, -232, -48), {46, 50, 50});
}

/// Sternocleidomastoid, from behind the ear to the collar bone.
double neck_muscle(dvec3 p) {
    return tapered_capsule(p, {60, -24, -24}, {15, -196, 12}, 10.0, 8.0);
}

double collar_bone(dvec3 p) {
    return tapered_capsule(p, {16, -199, 16}, {150, -186, -34}, 8.0, 8.0);
}

double larynx(dvec3 p) {
    return tapered_capsule(p, {0, -114, 36}, {0, -150, 20}, 12.0, 12.0);
}

} // namespace

double with_neck(dvec3 p, double skin) {
    if (p.y > 60.0)
        return skin;
    double neck = smooth_union(column(p), trapezius(p), 36.0);
    neck = smooth_union(neck, neck_muscle(p), 16.0);
    neck = smooth_union(neck, larynx(p), 14.0);
    double body = smooth_union(chest(p), shoulder_cap(p), 50.0);
    body = smooth_union(body, collar_bone(p), 16.0);
    neck = smooth_union(neck, body, 44.0);
    return smooth_union(skin, neck, 26.0);
}

} // namespace healed::head
