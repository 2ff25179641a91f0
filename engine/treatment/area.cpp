#include "treatment/area.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace healed::treatment {

namespace {

constexpr float points_apart_mm = 2.0f;

glm::vec2 flat_of(const Place& place, float scale) {
    return scale * glm::vec2(static_cast<float>(place.left_mm), static_cast<float>(place.forward_mm));
}

/// Catmull & Rom's spline between b and c.
glm::vec2 smooth_between(glm::vec2 a, glm::vec2 b, glm::vec2 c, glm::vec2 d, float t) {
    const glm::vec2 bend = 2.0f * a - 5.0f * b + 4.0f * c - d, twist = 3.0f * (b - c) + d - a;
    return b + 0.5f * t * (c - a + t * (bend + t * twist));
}

std::vector<glm::vec2> smooth_line(const std::vector<Place>& along, float scale) {
    const auto at = [&](std::size_t i, int off) {
        const auto last = static_cast<int>(along.size()) - 1;
        return flat_of(along[static_cast<std::size_t>(std::clamp(static_cast<int>(i) + off, 0, last))],
                       scale);
    };
    std::vector<glm::vec2> line{at(0, 0)};
    for (std::size_t i = 0; i + 1 < along.size(); ++i) {
        const float length = glm::distance(at(i, 0), at(i, 1));
        const int parts = std::max(1, static_cast<int>(std::ceil(length / points_apart_mm)));
        for (int part = 1; part <= parts; ++part)
            line.push_back(smooth_between(at(i, -1), at(i, 0), at(i, 1), at(i, 2),
                                          static_cast<float>(part) / static_cast<float>(parts)));
    }
    return line;
}

float distance_to_piece(glm::vec3 place, glm::vec3 from, glm::vec3 to) {
    const glm::vec3 along = to - from;
    const float share = glm::dot(place - from, along) / std::max(glm::dot(along, along), 1e-12f);
    return glm::distance(place, from + std::clamp(share, 0.0f, 1.0f) * along);
}

} // namespace

AreaField::AreaField(const ScalpFrame& frame, const Area& area)
    : frame_(frame), half_width_mm_(0.5f * static_cast<float>(area.width_mm) * frame.scale()),
      half_edge_mm_(0.5f * static_cast<float>(area.edge_mm) * frame.scale()) {
    for (const glm::vec2 flat : smooth_line(area.along, frame.scale()))
        line_.push_back(frame.chart().position_at(frame.chart_at_flat(flat)));
    low_mm_ = high_mm_ = line_.front();
    for (const glm::vec3 point : line_) {
        low_mm_ = glm::min(low_mm_, point);
        high_mm_ = glm::max(high_mm_, point);
    }
    low_mm_ -= half_width_mm_ + half_edge_mm_;
    high_mm_ += half_width_mm_ + half_edge_mm_;
}

bool AreaField::reaches(glm::vec3 place) const {
    return glm::all(glm::greaterThanEqual(place, low_mm_)) && glm::all(glm::lessThanEqual(place, high_mm_));
}

float AreaField::share_at(glm::vec3 place) const {
    if (!reaches(place))
        return 0.0f;
    float nearest = glm::distance(place, line_.front());
    for (std::size_t i = 1; i < line_.size(); ++i)
        nearest = std::min(nearest, distance_to_piece(place, line_[i - 1], line_[i]));
    return 1.0f - glm::smoothstep(half_width_mm_ - half_edge_mm_, half_width_mm_ + half_edge_mm_, nearest);
}

glm::vec3 AreaField::way_at(glm::vec3 place) const {
    float nearest = std::numeric_limits<float>::infinity();
    glm::vec3 way(0.0f);
    for (std::size_t i = 1; i < line_.size(); ++i)
        if (const float distance = distance_to_piece(place, line_[i - 1], line_[i]); distance < nearest) {
            nearest = distance;
            way = line_[i] - line_[i - 1];
        }
    return way / std::max(glm::length(way), 1e-6f);
}

glm::vec2 middle(const ScalpFrame& frame, const Area& area) {
    const std::vector<glm::vec2> line = smooth_line(area.along, frame.scale());
    return frame.chart_at_flat(line[line.size() / 2]);
}

float largest_share(const std::vector<AreaField>& areas, glm::vec2 chart) {
    float largest = 0.0f;
    for (const AreaField& area : areas)
        largest = std::max(largest, area.share(chart));
    return largest;
}

} // namespace healed::treatment
