#include "treatment/region.h"

#include <algorithm>
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

std::array<float, region_count> region_shares(const ScalpFrame& frame, glm::vec2 chart) {
    const Polar place = frame.polar_at(chart);
    const glm::vec2 flat = frame.flat_mm(chart);
    const glm::vec2 whorl = frame.whorl_flat_mm();
    const float half_edge_mm = 6.0f * frame.scale();
    const auto beyond = [&](float distance_mm) {
        return glm::smoothstep(-half_edge_mm, half_edge_mm, distance_mm);
    };
    // The widest part of the skull lies about half-way down to the ears; anatomical, by eye on the median
    // head.
    const float widest_mm = 0.52f * frame.ear_arc_mm();
    const float trichion = frame.trichion_arc_mm();
    const float crown = beyond(0.30f * frame.ear_arc_mm() - glm::distance(flat, whorl));
    const float behind = beyond(whorl.y - flat.y);
    const float before_ears = beyond(flat.y + std::abs(flat.x));
    const float low_behind = beyond(place.radius_mm - widest_mm),
                low_ahead = beyond(std::abs(flat.x) - widest_mm);
    const float sides = (behind * low_behind + (1.0f - behind) * low_ahead) * before_ears;
    const float top = (1.0f - behind) * (1.0f - low_ahead);
    const float front = top * beyond(flat.y - (trichion - (trichion - whorl.y) / 3.0f));
    const float rest = 1.0f - crown;
    return {rest * front, rest * (top - front), crown, rest * sides, rest * (1.0f - top - sides)};
}

Region region_at(const ScalpFrame& frame, glm::vec2 chart) {
    const auto shares = region_shares(frame, chart);
    return static_cast<Region>(std::max_element(shares.begin(), shares.end()) - shares.begin());
}

} // namespace healed::treatment
