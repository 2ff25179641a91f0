#pragma once

#include <glm/glm.hpp>

/// What is added to the radial surface of cranium and face. All are symmetric, so they are asked with
/// x at least 0 unless they say otherwise; millimetres; `skin` is the distance found so far.
namespace healed::head {

/// What differs from head to head beside its proportions.
struct Traits {
    double ear = 1.0;      ///< on the size of the ear
    double folds = 1.0;    ///< on the depth of the folds of the face
    double feminine = 0.0; ///< 0 a man's brow and throat, 1 a woman's
};

double with_brow(glm::dvec3 p, double skin, const Traits& traits);
double with_nose(glm::dvec3 p, double skin);
double with_eyes(glm::dvec3 p, double skin, const Traits& traits);
double with_mouth(glm::dvec3 p, double skin, const Traits& traits);
double with_neck(glm::dvec3 p, double skin, const Traits& traits);
double with_ear(glm::dvec3 p, double skin, const Traits& traits);

/// Distance to the ear alone, mm; not below the true one far from it.
double ear_distance(glm::dvec3 p, const Traits& traits);
/// The two ends of the ear along its leaning axis.
struct EarEnds {
    glm::dvec3 top, bottom;
};
EarEnds ear_ends(const Traits& traits);
/// The middle of the ear's root, inside the head.
inline constexpr glm::dvec3 ear_root_mm{68.0, 0.0, -9.0};
/// Whether a place of the surface lies on the lids, on the red of the lips or under the eyebrow.
bool on_eyelid(glm::dvec3 p);
bool on_lips(glm::dvec3 p);
bool under_eyebrow(glm::dvec3 p);

} // namespace healed::head
