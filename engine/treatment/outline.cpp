#include "treatment/outline.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace healed::treatment {

Outline::Outline(std::vector<Place> places) : places_(std::move(places)), slopes_(places_.size(), 0.0f) {
    assert(places_.size() >= 2);
    for (std::size_t i = 1; i + 1 < places_.size(); ++i) {
        const float before = places_[i].azimuth_rad - places_[i - 1].azimuth_rad;
        const float after = places_[i + 1].azimuth_rad - places_[i].azimuth_rad;
        assert(before > 0.0f && after > 0.0f);
        const float rise = (places_[i].radius_mm - places_[i - 1].radius_mm) / before;
        const float next = (places_[i + 1].radius_mm - places_[i].radius_mm) / after;
        if (rise * next > 0.0f)
            slopes_[i] =
                3.0f * (before + after) / ((2.0f * after + before) / rise + (after + 2.0f * before) / next);
    }
}

float Outline::radius_mm(float azimuth_rad) const {
    const float azimuth = std::abs(azimuth_rad);
    if (azimuth <= places_.front().azimuth_rad)
        return places_.front().radius_mm;
    if (azimuth >= places_.back().azimuth_rad)
        return places_.back().radius_mm;
    const auto next = std::upper_bound(places_.begin(), places_.end(), azimuth,
                                       [](float a, const Place& place) { return a < place.azimuth_rad; });
    const auto i = static_cast<std::size_t>(next - places_.begin()) - 1;
    const float step = places_[i + 1].azimuth_rad - places_[i].azimuth_rad;
    const float t = (azimuth - places_[i].azimuth_rad) / step;
    const float u = 1.0f - t;
    return places_[i].radius_mm * (1.0f + 2.0f * t) * u * u + slopes_[i] * step * t * u * u +
           places_[i + 1].radius_mm * t * t * (3.0f - 2.0f * t) - slopes_[i + 1] * step * t * t * u;
}

float Outline::beyond_mm(float azimuth_rad, float at_radius_mm) const {
    constexpr float step = 0.01f;
    const float azimuth = std::abs(azimuth_rad);
    const float slope =
        (radius_mm(azimuth + step) - radius_mm(std::max(azimuth - step, 0.0f))) / (2.0f * step);
    const float steepness = slope / std::max(at_radius_mm, 1.0f);
    return (at_radius_mm - radius_mm(azimuth)) / std::sqrt(1.0f + steepness * steepness);
}

} // namespace healed::treatment
