#include "treatment/painting.h"

#include <algorithm>
#include <cmath>

namespace healed::treatment {

namespace {

/// As dense as a plan's zones may ask for.
constexpr float densest_share = 2.0f;

/// A brush's soft rim as an area has it, half of it on either side of the area's edge.
Area area_of(const Stroke& stroke) {
    constexpr double sharpest_mm = 0.1;
    const double edge_mm = std::max(stroke.softness * stroke.radius_mm, sharpest_mm);
    return {.along = stroke.along, .width_mm = 2.0 * stroke.radius_mm - edge_mm, .edge_mm = edge_mm};
}

Stroke mirror_image(Stroke stroke) {
    for (Place& place : stroke.along)
        place.left_mm = -place.left_mm;
    return stroke;
}

/// Turns a unit tangent by a share of its angle to another.
glm::vec3 turned(glm::vec3 from, glm::vec3 to, glm::vec3 normal, float share) {
    const glm::vec3 aside = glm::cross(normal, from);
    const float angle = share * std::atan2(glm::dot(aside, to), glm::dot(from, to));
    return glm::normalize(std::cos(angle) * from + std::sin(angle) * aside);
}

} // namespace

float Painting::Laid::share_at(glm::vec3 place) const {
    float share = 0.0f;
    for (const AreaField& side : sides)
        share = std::max(share, side.share_at(place));
    return share;
}

glm::vec3 Painting::Laid::way_at(glm::vec3 place) const {
    const bool first = sides.size() < 2 || sides[0].share_at(place) >= sides[1].share_at(place);
    return sides[first ? 0 : 1].way_at(place);
}

Painting::Painting(const ScalpFrame& frame, std::span<const Stroke> strokes) : frame_(frame) {
    for (const Stroke& stroke : strokes) {
        Laid laid{stroke.kind, static_cast<float>(stroke.density), {AreaField(frame, area_of(stroke))}};
        if (stroke.mirrored)
            laid.sides.emplace_back(frame, area_of(mirror_image(stroke)));
        (stroke.kind == Stroke::Kind::Comb ? combs_ : density_).push_back(std::move(laid));
    }
}

float Painting::dots_per_cm2(glm::vec2 chart, float planned_per_cm2, float follicles_per_cm2) const {
    const glm::vec3 place = frame_.chart().position_at(chart);
    const float most = std::max(densest_share * follicles_per_cm2, planned_per_cm2);
    float dots = planned_per_cm2;
    for (const Laid& stroke : density_) {
        const float share = stroke.share_at(place);
        dots = stroke.kind == Stroke::Kind::Erase
                   ? (1.0f - share) * dots
                   : std::clamp(dots + share * stroke.density * follicles_per_cm2, 0.0f, most);
    }
    return dots;
}

glm::vec3 Painting::combed(glm::vec2 chart, glm::vec3 growth) const {
    if (combs_.empty())
        return growth;
    const glm::vec3 place = frame_.chart().position_at(chart), normal = frame_.chart().normal_at(chart);
    for (const Laid& comb : combs_) {
        const float share = comb.share_at(place);
        if (share <= 0.0f)
            continue;
        const glm::vec3 way = comb.way_at(place);
        const glm::vec3 along = way - normal * glm::dot(way, normal);
        if (glm::dot(along, along) > 1e-6f)
            growth = turned(growth, glm::normalize(along), normal, share);
    }
    return growth;
}

} // namespace healed::treatment
