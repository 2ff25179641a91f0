#include "treatment/region.h"

#include <cmath>

namespace healed::treatment {

std::string_view to_string(Region region) {
    switch (region) {
    case Region::Front:
        return "front";
    case Region::MidScalp:
        return "mid-scalp";
    case Region::Crown:
        return "crown";
    case Region::Sides:
        return "sides";
    case Region::Back:
        break;
    }
    return "back";
}

Region region_at(const ScalpFrame& frame, glm::vec2 chart) {
    const Polar place = frame.polar_at(chart);
    const glm::vec2 flat = frame.flat_mm(chart);
    const glm::vec2 whorl = frame.whorl_flat_mm();
    // The widest part of the skull lies about half-way down to the ears; anatomical, by eye on the median
    // head.
    const float widest_mm = 0.52f * frame.ear_arc_mm();
    if (glm::distance(flat, whorl) < 0.30f * frame.ear_arc_mm())
        return Region::Crown;
    if (flat.y < whorl.y)
        return place.radius_mm > widest_mm && flat.y > -std::abs(flat.x) ? Region::Sides : Region::Back;
    if (std::abs(flat.x) > widest_mm)
        return flat.y > -std::abs(flat.x) ? Region::Sides : Region::Back;
    const float trichion = frame.trichion_arc_mm();
    return flat.y > trichion - (trichion - whorl.y) / 3.0f ? Region::Front : Region::MidScalp;
}

} // namespace healed::treatment
