#include "head/form.h"

#include "head/distance.h"
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

/// Solved once for all heads: their proportions are a stretch of it.
const RadialTable& median_skull() {
    static const RadialTable table(RadialSpline(cranial_centre_mm, skull_places()));
    return table;
}

} // namespace

Form::Form(const Proportions& proportions, const Traits& traits)
    : skull_(median_skull()), proportions_(proportions), traits_(traits), least_(proportions.least()),
      centre_(proportions.from_median(cranial_centre_mm)),
      bottom_(proportions.from_median({0.0, body_bottom_mm, 0.0}).y) {}

glm::dvec3 Form::median(glm::dvec3 p) const {
    return proportions_.to_median({std::abs(p.x), p.y, p.z});
}

double Form::median_earless(glm::dvec3 m) const {
    double skin = with_brow(m, skull_.distance_mm(m), traits_);
    skin = with_eyes(m, skin, traits_);
    skin = with_nose(m, skin);
    skin = with_mouth(m, skin, traits_);
    return with_neck(m, skin, traits_);
}

double Form::earless_distance_mm(glm::dvec3 p) const {
    return least_ * median_earless(median(p));
}

double Form::distance_mm(glm::dvec3 p) const {
    const glm::dvec3 m = median(p);
    return least_ * with_ear(m, median_earless(m), traits_);
}

double Form::ear_distance_mm(glm::dvec3 p) const {
    return least_ * ear_distance(median(p), traits_);
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
    p = median(p);
    if (ear_distance(p, traits_) < 0.6)
        return Part::Ear;
    if (on_lips(p))
        return Part::Lips;
    if (on_eyelid(p))
        return Part::Eyelid;
    return under_eyebrow(p) ? Part::Brow : Part::Skin;
}

glm::dvec3 Form::first_hit(glm::dvec3 direction) const {
    const auto distance_at = [&](double along) { return earless_distance_mm(centre_ + along * direction); };
    double along = 0.8 * least_ * skull_.radius_mm(direction);
    double distance = distance_at(along), step = -0.9 * distance;
    for (int i = 0; i < 60 && std::abs(distance) > 1e-6 && along < 400.0; ++i) {
        const double before = distance;
        along += step;
        distance = distance_at(along);
        const bool close = std::abs(distance) < 2.0 && std::abs(before - distance) > 1e-9;
        step = close ? std::clamp(step * distance / (before - distance), -2.0, 2.0) : -0.9 * distance;
    }
    return centre_ + along * direction;
}

} // namespace healed::head
