#include "treatment/hairline.h"

#include "base/error.h"
#include "treatment/wander.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace healed::treatment {

namespace {

constexpr float degree = std::numbers::pi_v<float> / 180.0f;

/// Front edge of temple and sideburn on a median head, forward of and above the tragion; assumed from
/// photographs.
constexpr glm::vec2 temporal_point_mm(52.0f, 42.0f);
constexpr glm::vec2 sideburn_top_mm(24.0f, 16.0f);
constexpr glm::vec2 sideburn_foot_mm(17.0f, -8.0f);
constexpr float exact_within_mm = 45.0f;
constexpr float points_apart_mm = 0.7f;
constexpr float frontal_roundness = 1.8f; ///< power of the bend from the midline to the corners; by eye

/// The edge between the corners: share 0 at the midline, 1 at a corner.
float frontal_radius_mm(const ScalpFrame& frame, const Hairline& hairline, float middle_mm, float azimuth,
                        float share) {
    const float recession = static_cast<float>(hairline.temple_recession_mm);
    return level_radius_mm(frame, middle_mm, azimuth) - recession * std::pow(share, frontal_roundness);
}

float middle_radius_mm(const ScalpFrame& frame, const Hairline& hairline) {
    return frame.brow_arc_mm() - static_cast<float>(hairline.height_over_brow_mm);
}

/// Azimuth at which the line from the midline reaches half the width, by walking it on the skin.
float corner_azimuth(const ScalpFrame& frame, const Hairline& hairline) {
    const float half = 0.5f * static_cast<float>(hairline.width_mm);
    const float middle = middle_radius_mm(frame, hairline);
    glm::vec3 last = frame.position_at({middle, 0.0f});
    float walked = 0.0f, azimuth = 0.0f;
    while (walked < half && azimuth < 55.0f * degree) {
        azimuth += 0.25f * degree;
        const float share = std::min(walked / half, 1.0f);
        const glm::vec3 here =
            frame.position_at({frontal_radius_mm(frame, hairline, middle, azimuth, share), azimuth});
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

using Points = std::vector<MonotoneCurve::Point>;

/// The front by its figures, from the midline to the left corner.
Points stated_front(const ScalpFrame& frame, const Hairline& hairline, float corner) {
    const float middle = middle_radius_mm(frame, hairline);
    Points points;
    for (const float share : {0.0f, 0.12f, 0.25f, 0.4f, 0.55f, 0.7f, 0.85f, 1.0f})
        points.push_back({share * corner, frontal_radius_mm(frame, hairline, middle, share * corner, share)});
    return points;
}

/// The front as it was drawn, from right to left.
Points drawn_front(const ScalpFrame& frame, const std::vector<Place>& curve) {
    constexpr float least_step = 1.5f * degree, farthest = 65.0f * degree;
    Points points;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const glm::vec2 flat = frame.scale() * glm::vec2(curve[i].left_mm, curve[i].forward_mm);
        const float azimuth = std::atan2(flat.x, flat.y);
        if (std::abs(azimuth) > farthest)
            fail("hairline.curve[{}]: {} mm forward and {} mm left is not on the front of the scalp", i,
                 curve[i].forward_mm, curve[i].left_mm);
        if (!points.empty() && azimuth < points.back().x + least_step)
            fail("hairline.curve[{}]: {} mm left does not lie to the left of the place before it", i,
                 curve[i].left_mm);
        points.push_back({azimuth, glm::length(flat)});
    }
    return points;
}

/// Temple and sideburn on the head's left, from the corner down. `drop` is how much of the way down to the
/// temporal point the edge has gone where it is half way out to it.
Points temple_edge(const ScalpFrame& frame, MonotoneCurve::Point corner, std::optional<float> drop) {
    Points points;
    for (const glm::vec2 off : {temporal_point_mm, sideburn_top_mm, sideburn_foot_mm}) {
        const Polar place = temple_place(frame, off);
        const MonotoneCurve::Point last = points.empty() ? corner : points.back();
        points.push_back(
            {std::max(place.azimuth_rad, last.x + 2.0f * degree), std::max(place.radius_mm, last.y + 2.0f)});
    }
    if (drop)
        points.insert(points.begin(),
                      {0.5f * (corner.x + points.front().x), glm::mix(corner.y, points.front().y, *drop)});
    // Behind the sideburn the edge of the scalp itself bounds the hair.
    points.push_back({points.back().x + 6.0f * degree, points.back().y + 120.0f});
    return points;
}

/// The whole edge from right to left.
MonotoneCurve whole_edge(const ScalpFrame& frame, const Points& front, std::optional<float> drop) {
    const Points left = temple_edge(frame, front.back(), drop);
    const Points right = temple_edge(frame, {-front.front().x, front.front().y}, drop);
    Points all;
    for (auto point = right.rbegin(); point != right.rend(); ++point)
        all.push_back({-point->x, point->y});
    all.insert(all.end(), front.begin(), front.end());
    all.insert(all.end(), left.begin(), left.end());
    return MonotoneCurve(std::move(all));
}

Points front_of(const ScalpFrame& frame, const Hairline& hairline, float corner) {
    if (!hairline.curve.empty())
        return drawn_front(frame, hairline.curve);
    const Points half = stated_front(frame, hairline, corner);
    Points front;
    for (std::size_t i = half.size() - 1; i > 0; --i)
        front.push_back({-half[i].x, half[i].y});
    front.insert(front.end(), half.begin(), half.end());
    return front;
}

/// Angle at the place of an edge at an azimuth, between chords to both sides.
float angle_deg(const ScalpFrame& frame, const MonotoneCurve& edge, float azimuth) {
    constexpr float chord_mm = 18.0f, step = 0.2f * degree;
    const auto place = [&](float at) { return frame.position_at({edge.at(at), at}); };
    const glm::vec3 corner = place(azimuth);
    const auto towards = [&](float by) {
        float at = azimuth + by;
        while (glm::distance(place(at), corner) < chord_mm && std::abs(at - azimuth) < 60.0f * degree)
            at += by;
        return glm::normalize(place(at) - corner);
    };
    const float inward = azimuth > 0.0f ? -step : step;
    const float cosine = glm::dot(towards(inward), towards(-inward));
    return std::acos(std::clamp(cosine, -1.0f, 1.0f)) / degree;
}

/// The edge whose temples stand at the angle asked for, or as near to it as temples go.
MonotoneCurve base_curve(const ScalpFrame& frame, const Hairline& hairline, const Points& front) {
    if (!hairline.temple_angle_deg)
        return whole_edge(frame, front, std::nullopt);
    const auto wanted = static_cast<float>(*hairline.temple_angle_deg);
    MonotoneCurve best;
    float least = 1e9f;
    for (float drop = 0.04f; drop < 0.97f; drop += 0.02f) {
        const MonotoneCurve edge = whole_edge(frame, front, drop);
        const float off = std::abs(angle_deg(frame, edge, front.back().x) - wanted);
        if (off < least) {
            least = off;
            best = edge;
        }
    }
    return best;
}

glm::vec3 nearest_on(const glm::vec3& from, const glm::vec3& to, const glm::vec3& place) {
    const glm::vec3 along = to - from;
    const float share = glm::dot(place - from, along) / std::max(glm::dot(along, along), 1e-12f);
    return from + std::clamp(share, 0.0f, 1.0f) * along;
}

} // namespace

float level_radius_mm(const ScalpFrame& frame, float middle_mm, float azimuth_rad) {
    const float height = frame.position_at({middle_mm, 0.0f}).y;
    float above = 0.0f, below = 1.6f * middle_mm;
    while (below - above > 0.05f) {
        const float radius = 0.5f * (above + below);
        (frame.position_at({radius, azimuth_rad}).y > height ? above : below) = radius;
    }
    return 0.5f * (above + below);
}

HairlineCurve::HairlineCurve(const ScalpFrame& frame, const Hairline& hairline, std::uint64_t seed)
    : frame_(frame), hairline_(hairline), seed_(seed), corner_azimuth_(corner_azimuth(frame, hairline)) {
    const Points front = front_of(frame, hairline, corner_azimuth_);
    corner_azimuth_ = 0.5f * (front.back().x - front.front().x);
    base_ = base_curve(frame, hairline, front);
    const float end = temple_place(frame, sideburn_foot_mm).azimuth_rad;
    for (float azimuth = -end; azimuth < end; azimuth += 0.1f * degree) {
        const glm::vec3 point = frame.position_at({radius_mm(azimuth), azimuth});
        if (points_.empty() || glm::distance(points_.back(), point) > points_apart_mm)
            points_.push_back(point);
    }
    low_mm_ = high_mm_ = points_.front();
    for (const glm::vec3& point : points_) {
        low_mm_ = glm::min(low_mm_, point);
        high_mm_ = glm::max(high_mm_, point);
    }
}

float HairlineCurve::temple_angle_deg() const {
    return 0.5f * (angle_deg(frame_, base_, corner_azimuth_) + angle_deg(frame_, base_, -corner_azimuth_));
}

std::vector<Place> HairlineCurve::control_places(int count) const {
    std::vector<Place> places;
    for (int i = 0; i < count; ++i) {
        const float azimuth =
            corner_azimuth_ * (2.0f * static_cast<float>(i) / static_cast<float>(count - 1) - 1.0f);
        const float radius = radius_mm(azimuth) / frame_.scale();
        places.push_back({.forward_mm = static_cast<double>(radius * std::cos(azimuth)),
                          .left_mm = static_cast<double>(radius * std::sin(azimuth))});
    }
    return places;
}

float HairlineCurve::wander_mm(glm::vec2 flat_mm, float azimuth_rad) const {
    // Bays and points of 2-3 cm (macro-irregularity) with finer teeth on them (micro).
    const auto at = [&](float wavelength) {
        return wander(flat_mm + 40.0f * wavelength, wavelength, seed_, Purpose::HairlineEdge);
    };
    const float past_corner = (std::abs(azimuth_rad) - corner_azimuth_) / (20.0f * degree);
    const float calm = 1.0f - 0.5f * glm::smoothstep(0.0f, 1.0f, past_corner);
    const float sum = 0.85f * at(28.0f) + 0.55f * at(12.0f) + 0.45f * at(5.0f);
    return static_cast<float>(hairline_.irregularity_mm) * calm * sum;
}

float HairlineCurve::inside_mm(glm::vec2 chart) const {
    const glm::vec3 place = frame_.chart().position_at(chart);
    const Polar polar = frame_.polar_at(chart);
    const float side = polar.radius_mm < radius_mm(polar.azimuth_rad) ? 1.0f : -1.0f;
    const float off_box = glm::distance(place, glm::clamp(place, low_mm_, high_mm_));
    if (off_box > exact_within_mm)
        return side * off_box;
    const auto squared_gap = [&](const glm::vec3& point) { return glm::dot(point - place, point - place); };
    const auto closest = std::ranges::min_element(points_, {}, squared_gap);
    float nearest = squared_gap(*closest);
    if (closest != points_.begin())
        nearest = std::min(nearest, squared_gap(nearest_on(closest[-1], closest[0], place)));
    if (closest + 1 != points_.end())
        nearest = std::min(nearest, squared_gap(nearest_on(closest[0], closest[1], place)));
    return side * std::sqrt(nearest) + wander_mm(frame_.flat_mm(chart), polar.azimuth_rad);
}

Hairline natural_hairline(const ScalpFrame& frame) {
    const float height = frame.brow_arc_mm() - frame.trichion_arc_mm();
    return {.height_over_brow_mm = height,
            .temple_recession_mm = 6.0,
            .width_mm = 128.0 * frame.scale(),
            .irregularity_mm = 2.5,
            .feather_mm = 10.0};
}

} // namespace healed::treatment
