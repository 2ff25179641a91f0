#include "render/parting.h"

#include <algorithm>

namespace healed::render {
namespace {

using treatment::Place;

/// From where hair begins on the forehead over the vertex, when nothing is said.
std::vector<Place> midline(const treatment::ScalpFrame& frame) {
    const double ahead = static_cast<double>(frame.trichion_arc_mm() / frame.scale());
    return {{.forward_mm = ahead}, {.forward_mm = 0.5 * ahead}, {.forward_mm = 0.0}, {.forward_mm = -45.0}};
}

} // namespace

Parting::Parting(const treatment::ScalpFrame& frame, const treatment::LongHair& hair) {
    const std::vector<Place> places = hair.parting.size() < 2 ? midline(frame) : hair.parting;
    constexpr int steps = 16; // between two places
    for (std::size_t i = 0; i + 1 < places.size(); ++i)
        for (int k = 0; k <= steps; ++k) {
            const double t = static_cast<double>(k) / steps;
            const glm::vec2 flat(std::lerp(places[i].left_mm, places[i + 1].left_mm, t),
                                 std::lerp(places[i].forward_mm, places[i + 1].forward_mm, t));
            line_mm_.push_back(frame.chart().position_at(frame.chart_at_flat(frame.scale() * flat)));
        }
}

glm::vec3 Parting::nearest(glm::vec3 place_mm) const {
    return *std::min_element(line_mm_.begin(), line_mm_.end(), [&](glm::vec3 a, glm::vec3 b) {
        return glm::dot(a - place_mm, a - place_mm) < glm::dot(b - place_mm, b - place_mm);
    });
}

float Parting::side(glm::vec3 place_mm) const {
    return place_mm.x >= nearest(place_mm).x ? 1.0f : -1.0f;
}

} // namespace healed::render
