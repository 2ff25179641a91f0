#include "treatment/hairline.h"

#include "treatment/wander.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace healed::treatment {

namespace {

constexpr float degree = std::numbers::pi_v<float> / 180.0f;

/// Front edge of temple and sideburn on a median head, forward of and above the tragion; assumed from
/// photographs.
constexpr glm::vec2 temporal_point_mm(44.0f, 40.0f);
constexpr glm::vec2 sideburn_top_mm(24.0f, 16.0f);
constexpr glm::vec2 sideburn_foot_mm(17.0f, -8.0f);
constexpr float frontal_roundness = 1.8f; ///< power of the bend from the midline to the corners; by eye

/// Azimuth at which the line from the midline reaches half the width, by walking it on the skin.
float corner_azimuth(const ScalpFrame& frame, const Hairline& hairline, float middle_mm) {
    const float half = 0.5f * static_cast<float>(hairline.width_mm);
    const float recession = static_cast<float>(hairline.temple_recession_mm);
    glm::vec3 last = frame.position_at({middle_mm, 0.0f});
    float walked = 0.0f, azimuth = 0.0f;
    while (walked < half && azimuth < 55.0f * degree) {
        azimuth += 0.25f * degree;
        const float share = std::pow(std::min(walked / half, 1.0f), frontal_roundness);
        const glm::vec3 here = frame.position_at({middle_mm - recession * share, azimuth});
        walked += glm::distance(here, last);
        last = here;
    }
    return azimuth;
}

Polar temple_place(const ScalpFrame& frame, glm::vec2 off_tragion_mm) {
    const auto side = [&](glm::vec3 tragion) {
        return frame.nearest(tragion + frame.scale() * glm::vec3(0.0f, off_tragion_mm.y, off_tragion_mm.x));
    };
    const Polar left = side(frame.landmarks().tragion_left), right = side(frame.landmarks().tragion_right);
    return {0.5f * (left.radius_mm + right.radius_mm),
            0.5f * (std::abs(left.azimuth_rad) + std::abs(right.azimuth_rad))};
}

Outline base_outline(const ScalpFrame& frame, const Hairline& hairline, float corner) {
    const float middle = frame.brow_arc_mm() - static_cast<float>(hairline.height_over_brow_mm);
    const float recession = static_cast<float>(hairline.temple_recession_mm);
    std::vector<Outline::Place> places;
    for (const float share : {0.0f, 0.2f, 0.4f, 0.6f, 0.75f, 0.88f, 1.0f})
        places.push_back({share * corner, middle - recession * std::pow(share, frontal_roundness)});
    for (const glm::vec2 off : {temporal_point_mm, sideburn_top_mm, sideburn_foot_mm}) {
        const Polar place = temple_place(frame, off);
        places.push_back({std::max(place.azimuth_rad, places.back().azimuth_rad + 2.0f * degree),
                          std::max(place.radius_mm, places.back().radius_mm + 2.0f)});
    }
    // Behind the sideburn the edge of the scalp itself bounds the hair.
    places.push_back({places.back().azimuth_rad + 6.0f * degree, places.back().radius_mm + 120.0f});
    return Outline(std::move(places));
}

} // namespace

HairlineCurve::HairlineCurve(const ScalpFrame& frame, const Hairline& hairline, std::uint64_t seed)
    : frame_(frame), hairline_(hairline), seed_(seed),
      corner_azimuth_(corner_azimuth(
          frame, hairline, frame.brow_arc_mm() - static_cast<float>(hairline.height_over_brow_mm))) {
    base_ = base_outline(frame, hairline, corner_azimuth_);
    const float end = temple_place(frame, sideburn_foot_mm).azimuth_rad;
    const int steps = static_cast<int>(std::ceil(2.0f * end / (0.5f * degree)));
    for (int i = 0; i <= steps; ++i) {
        const float azimuth = end * (2.0f * static_cast<float>(i) / static_cast<float>(steps) - 1.0f);
        points_.push_back(frame.position_at({radius_mm(azimuth), azimuth}));
    }
}

float HairlineCurve::wander_mm(float azimuth_rad) const {
    // Along the line: bays and points of 2-3 cm (macro-irregularity) with finer teeth on them (micro).
    const float along = azimuth_rad * base_.radius_mm(0.0f);
    const auto at = [&](float wavelength, float row) {
        return wander({along, row * wavelength}, wavelength, seed_, Purpose::HairlineEdge);
    };
    const float past_corner = (std::abs(azimuth_rad) - corner_azimuth_) / (20.0f * degree);
    const float calm = 1.0f - 0.6f * glm::smoothstep(0.0f, 1.0f, past_corner);
    const float sum = 0.60f * at(26.0f, 11.0f) + 0.35f * at(11.0f, 37.0f) + 0.25f * at(5.0f, 71.0f);
    return static_cast<float>(hairline_.irregularity_mm) * calm * sum;
}

float HairlineCurve::radius_mm(float azimuth_rad) const {
    return base_.radius_mm(azimuth_rad) + wander_mm(azimuth_rad);
}

float HairlineCurve::inside_mm(glm::vec2 chart) const {
    const glm::vec3 place = frame_.chart().position_at(chart);
    float nearest = std::numeric_limits<float>::max();
    for (const glm::vec3& point : points_) {
        const glm::vec3 gap = point - place;
        nearest = std::min(nearest, glm::dot(gap, gap));
    }
    const Polar polar = frame_.polar_at(chart);
    const float distance = std::sqrt(nearest);
    return polar.radius_mm < radius_mm(polar.azimuth_rad) ? distance : -distance;
}

Hairline natural_hairline(const ScalpFrame& frame) {
    const float height = frame.brow_arc_mm() - frame.nearest(frame.landmarks().trichion).radius_mm;
    return {.height_over_brow_mm = height,
            .temple_recession_mm = 10.0,
            .width_mm = 128.0 * frame.scale(),
            .irregularity_mm = 2.5,
            .feather_mm = 10.0};
}

} // namespace healed::treatment
