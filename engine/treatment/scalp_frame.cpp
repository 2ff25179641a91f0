#include "treatment/scalp_frame.h"

#include "base/parallel.h"
#include "treatment/scalp_constants.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace healed::treatment {

namespace {

constexpr float two_pi = 2.0f * std::numbers::pi_v<float>;
/// Centre of the whorl: this share of the arc from the vertex to the occiput behind the vertex, and so far
/// right.
constexpr float whorl_share = static_cast<float>(constant::whorl_share.value);
constexpr float whorl_right_mm = static_cast<float>(constant::whorl_right.value);
constexpr float median_tragion_to_vertex_mm = 131.0f; // ANSUR II, men, 50th percentile

} // namespace

ScalpFrame::ScalpFrame(const head::Head& head) : chart_(&head.chart), landmarks_(head.landmarks) {
    arcs_.resize(static_cast<std::size_t>(azimuths) * rings);
    places_.resize(arcs_.size());
    measure_arcs();

    const auto arc_with_gap = [&](glm::vec3 landmark) {
        const Polar place = nearest(landmark);
        return place.radius_mm + glm::distance(position_at(place), landmark);
    };
    brow_arc_mm_ = arc_with_gap(landmarks_.glabella);
    trichion_arc_mm_ = arc_with_gap(landmarks_.trichion);
    ear_arc_mm_ = 0.5f * (arc_with_gap(landmarks_.tragion_left) + arc_with_gap(landmarks_.tragion_right));
    occiput_arc_mm_ = arc_with_gap(landmarks_.occiput);
    for (int a = 0; a < azimuths; ++a)
        rim_arc_mm_ += arc_at(a, rings - 1) / azimuths;
    const float ear_height = 0.5f * (landmarks_.tragion_left.y + landmarks_.tragion_right.y);
    scale_ = (landmarks_.vertex.y - ear_height) / median_tragion_to_vertex_mm;

    const float vertex_forward = flat_mm(chart_at(nearest(landmarks_.vertex))).y;
    const float behind_vertex = whorl_share * (occiput_arc_mm_ + vertex_forward);
    whorl_flat_mm_ = {-whorl_right_mm * scale_, vertex_forward - behind_vertex};
}

void ScalpFrame::measure_arcs() {
    parallel_for(azimuths, 8, [&](std::size_t begin, std::size_t end) {
        for (std::size_t a = begin; a < end; ++a) {
            const float azimuth = two_pi * static_cast<float>(a) / azimuths;
            const glm::vec2 outwards(std::sin(azimuth), -std::cos(azimuth));
            float arc = 0.0f;
            for (int ring = 0; ring < rings; ++ring) {
                const float r = 0.5f * static_cast<float>(ring) / (rings - 1);
                const glm::vec3 place = chart_->position_at(glm::vec2(0.5f) + r * outwards);
                const std::size_t here = a * rings + static_cast<std::size_t>(ring);
                if (ring > 0)
                    arc += glm::distance(place, places_[here - 1]);
                arcs_[here] = arc;
                places_[here] = place;
            }
        }
    });
}

float ScalpFrame::arc_at(int azimuth, int ring) const {
    return arcs_[static_cast<std::size_t>(((azimuth % azimuths) + azimuths) % azimuths) * rings +
                 static_cast<std::size_t>(std::clamp(ring, 0, rings - 1))];
}

Polar ScalpFrame::polar_at(glm::vec2 chart) const {
    const glm::vec2 off = chart - glm::vec2(0.5f);
    const float azimuth = std::atan2(off.x, -off.y);
    const float a = azimuth / two_pi * azimuths;
    const float r = glm::length(off) * 2.0f * (rings - 1);
    const float a0 = std::floor(a), r0 = std::floor(r);
    const int i = static_cast<int>(a0), k = static_cast<int>(r0);
    const float inner = glm::mix(arc_at(i, k), arc_at(i + 1, k), a - a0);
    const float outer = glm::mix(arc_at(i, k + 1), arc_at(i + 1, k + 1), a - a0);
    return {glm::mix(inner, outer, r - r0), azimuth};
}

glm::vec2 ScalpFrame::chart_at(Polar place) const {
    const float a = place.azimuth_rad / two_pi * azimuths;
    const float a0 = std::floor(a);
    const int i = static_cast<int>(a0);
    const auto arc = [&](int ring) { return glm::mix(arc_at(i, ring), arc_at(i + 1, ring), a - a0); };
    int low = 0, high = rings - 1;
    while (high - low > 1) {
        const int middle = (low + high) / 2;
        (arc(middle) <= place.radius_mm ? low : high) = middle;
    }
    const float step = std::max(arc(high) - arc(low), 1e-6f);
    const float share = std::clamp((place.radius_mm - arc(low)) / step, 0.0f, 1.0f);
    const float r = 0.5f * (static_cast<float>(low) + share) / (rings - 1);
    return glm::vec2(0.5f) + r * glm::vec2(std::sin(place.azimuth_rad), -std::cos(place.azimuth_rad));
}

glm::vec2 ScalpFrame::flat_mm(glm::vec2 chart) const {
    const Polar place = polar_at(chart);
    return place.radius_mm * glm::vec2(std::sin(place.azimuth_rad), std::cos(place.azimuth_rad));
}

glm::vec2 ScalpFrame::chart_at_flat(glm::vec2 flat_mm) const {
    return chart_at({glm::length(flat_mm), std::atan2(flat_mm.x, flat_mm.y)});
}

Polar ScalpFrame::nearest(glm::vec3 position_mm) const {
    const auto closer = [&](const glm::vec3& a, const glm::vec3& b) {
        const glm::vec3 to_a = a - position_mm, to_b = b - position_mm;
        return glm::dot(to_a, to_a) < glm::dot(to_b, to_b);
    };
    const auto found =
        static_cast<std::size_t>(std::min_element(places_.begin(), places_.end(), closer) - places_.begin());
    const float azimuth = two_pi * static_cast<float>(found / rings) / azimuths;
    return {arcs_[found], azimuth > std::numbers::pi_v<float> ? azimuth - two_pi : azimuth};
}

} // namespace healed::treatment
