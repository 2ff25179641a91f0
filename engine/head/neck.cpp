#include "head/distance.h"
#include "head/features.h"

#include <algorithm>

namespace healed::head {
namespace {

using glm::dvec3;

/// Neck: about 380 mm round (ANSUR II), leaning forward.
double column(dvec3 p) {
    return round_cone(p, {0, -20, -12}, {0, -215, -50}, 52.0, 58.0);
}

/// Floor of the mouth, from the chin back to the hyoid bone.
double throat(dvec3 p) {
    return round_cone(p, {0, -78, 50}, {0, -104, 14}, 16.0, 30.0);
}

double larynx(dvec3 p) {
    return round_cone(p, {0, -117, 33}, {0, -165, 12}, 9.0, 13.0);
}

/// The muscles of the nape beside the midline.
double nape(dvec3 p) {
    return round_cone(p, {17, -5, -54}, {20, -130, -66}, 15.0, 25.0);
}

/// Trapezius: from the side of the neck to the shoulder.
double trapezius(dvec3 p) {
    return round_cone(p, {20, -118, -62}, {165, -212, -54}, 30.0, 36.0);
}

/// An ellipsoid that goes on straight down from where it is widest.
double hanging(dvec3 p, dvec3 middle, dvec3 half_axes) {
    return ellipsoid(dvec3(p.x, std::max(p.y, middle.y), p.z) - middle, half_axes);
}

double chest(dvec3 p) {
    return hanging(p, {0, -270, -48}, {200, 92, 84});
}

double shoulder_cap(dvec3 p) {
    return hanging(p, {172, -232, -50}, {48, 50, 50});
}

/// Sternocleidomastoid, from behind the ear to the collar bone.
double neck_muscle(dvec3 p) {
    return round_cone(p, {55, -20, -26}, {13, -200, 14}, 12.0, 7.0);
}

/// The rounded upper back.
double upper_back(dvec3 p) {
    return hanging(p, {0, -245, -74}, {125, 112, 58});
}

double collar_bone(dvec3 p) {
    return round_cone(p, {18, -203, 18}, {150, -192, -36}, 7.0, 8.0);
}

} // namespace

double with_neck(dvec3 p, double skin, const Traits& traits) {
    if (p.y > 60.0 || (p.y > -38.0 && p.z > 62.0))
        return skin;
    const dvec3 mirrored{-p.x, p.y, p.z};
    double neck = smooth_union(column(p), throat(p), 44.0);
    neck = smooth_union(neck, smooth_union(nape(p), nape(mirrored), 22.0), 30.0);
    neck = smooth_union(neck, smooth_union(trapezius(p), trapezius(mirrored), 30.0), 46.0);
    neck = smooth_union(neck, smooth_union(neck_muscle(p), neck_muscle(mirrored), 16.0), 24.0);
    // A woman's larynx lies some millimetres deeper.
    neck = smooth_union(neck, larynx(p) + 7.0 * traits.feminine, 22.0);
    double body = smooth_union(smooth_union(chest(p), upper_back(p), 60.0), shoulder_cap(p), 60.0);
    body = smooth_union(body, smooth_union(collar_bone(p), collar_bone(mirrored), 20.0), 20.0);
    neck = smooth_union(neck, body, 50.0);
    return smooth_union(skin, neck, 30.0);
}

} // namespace healed::head
