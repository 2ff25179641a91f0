#include "head/form.h"

#include "head/distance.h"
#include "head/features.h"
#include "head/skull.h"

#include <vector>

namespace healed::head {
namespace {

std::vector<RadialSpline::Place> skull_places() {
    std::vector<RadialSpline::Place> places = cranium_places();
    const std::vector<RadialSpline::Place> face = face_places();
    places.insert(places.end(), face.begin(), face.end());
    return places;
}

/// Central differences over four corners of a tetrahedron; as exact as over six points of a cross.
template <typename Distance>
glm::dvec3 gradient(glm::dvec3 p, const Distance& distance) {
    constexpr double step = 0.02;
    glm::dvec3 sum(0.0);
    for (const glm::dvec3 corner :
         {glm::dvec3(1, 1, 1), glm::dvec3(1, -1, -1), glm::dvec3(-1, 1, -1), glm::dvec3(-1, -1, 1)})
        sum += corner * distance(p + step * corner);
    return sum / (4.0 * step);
}

} // namespace

Form::Form() : skull_(RadialSpline(cranial_centre_mm, skull_places())) {}

double Form::earless_distance_mm(glm::dvec3 p) const {
    p.x = std::abs(p.x);
    double skin = skull_.distance_mm(p);
    skin = with_eyes(p, skin);
    skin = with_nose(p, skin);
    skin = with_mouth(p, skin);
    return with_neck(p, skin);
}

double Form::distance_mm(glm::dvec3 p) const {
    return with_ear({std::abs(p.x), p.y, p.z}, earless_distance_mm(p));
}

glm::dvec3 Form::normal(glm::dvec3 p) const {
    return glm::normalize(gradient(p, [this](glm::dvec3 q) { return distance_mm(q); }));
}

glm::dvec3 Form::earless_normal(glm::dvec3 p) const {
    return glm::normalize(gradient(p, [this](glm::dvec3 q) { return earless_distance_mm(q); }));
}

glm::dvec3 Form::on_surface(glm::dvec3 p, double tolerance_mm) const {
    for (int step = 0; step < 5; ++step) {
        const double distance = distance_mm(p);
        if (std::abs(distance) < tolerance_mm)
            break;
        const glm::dvec3 slope = gradient(p, [this](glm::dvec3 q) { return distance_mm(q); });
        p -= slope * (distance / std::max(glm::dot(slope, slope), 0.2));
    }
    return p;
}

Part Form::part(glm::dvec3 p) const {
    p.x = std::abs(p.x);
    if (ear_distance(p) < 0.6)
        return Part::Ear;
    if (on_lips(p))
        return Part::Lips;
    if (on_eyelid(p))
        return Part::Eyelid;
    return under_eyebrow(p) ? Part::Brow : Part::Skin;
}

glm::dvec3 Form::first_hit(glm::dvec3 direction) const {
    const auto distance_at = [&](double along) {
        return earless_distance_mm(cranial_centre_mm + along * direction);
    };
    double along = 0.85 * skull_.radius_mm(direction);
    double distance = distance_at(along), step = -0.9 * distance;
    for (int i = 0; i < 60 && std::abs(distance) > 1e-6 && along < 400.0; ++i) {
        const double before = distance;
        along += step;
        distance = distance_at(along);
        const bool close = std::abs(distance) < 2.0 && std::abs(before - distance) > 1e-9;
        step = close ? std::clamp(step * distance / (before - distance), -2.0, 2.0) : -0.9 * distance;
    }
    return cranial_centre_mm + along * direction;
}

} // namespace healed::head
