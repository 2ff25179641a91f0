#include "head/dimensions.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace healed::head {
namespace {

/// Between the farthest places to either side among those that count, mm.
template <typename Counts>
double width(const ScalpChart& chart, const Counts& counts) {
    float left = 0.0f, right = 0.0f;
    for (const glm::vec3& place : chart.position_mm)
        if (counts(place)) {
            left = std::max(left, place.x);
            right = std::min(right, place.x);
        }
    return double(left - right);
}

double turn(glm::dvec2 a, glm::dvec2 b, glm::dvec2 c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// A taut tape bridges hollows: the hull of the section (A. Andrew's monotone chain, 1979).
double hull_perimeter(std::vector<glm::dvec2> points) {
    std::ranges::sort(points,
                      [](glm::dvec2 a, glm::dvec2 b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
    std::vector<glm::dvec2> hull;
    for (int pass = 0; pass < 2; ++pass) {
        const std::size_t start = hull.size();
        for (const glm::dvec2 p : points) {
            while (hull.size() >= start + 2 && turn(hull[hull.size() - 2], hull.back(), p) <= 0.0)
                hull.pop_back();
            hull.push_back(p);
        }
        std::ranges::reverse(points);
    }
    double sum = 0.0;
    for (std::size_t i = 1; i < hull.size(); ++i)
        sum += glm::distance(hull[i - 1], hull[i]);
    return sum;
}

double tape(const ScalpChart& chart, const Landmarks& marks) {
    constexpr double over_brow_mm = 6.0, band_mm = 1.5;
    const glm::dvec3 front = glm::dvec3(marks.glabella) + glm::dvec3(0, over_brow_mm, 0);
    const glm::dvec3 back(marks.occiput);
    const glm::dvec3 along = glm::normalize(front - back), across(1, 0, 0);
    const glm::dvec3 up = glm::normalize(glm::cross(along, across));
    std::vector<glm::dvec2> section;
    for (const glm::vec3& place : chart.position_mm) {
        const glm::dvec3 from = glm::dvec3(place) - back;
        if (std::abs(glm::dot(from, up)) < band_mm)
            section.push_back({glm::dot(from, across), glm::dot(from, along)});
    }
    return hull_perimeter(std::move(section));
}

} // namespace

Dimensions dimensions_of(const ScalpChart& chart, const Landmarks& marks) {
    const float ears = 0.5f * (marks.tragion_left.y + marks.tragion_right.y);
    const float height = marks.vertex.y - ears, depth = marks.glabella.z;
    const auto over_ears = [&](glm::vec3 p) { return p.y > ears + 0.2f * height; };
    const auto at_cheeks = [&](glm::vec3 p) {
        return p.y < ears + 0.09f * height && p.y > ears - 0.15f * height && p.z > 0.15f * depth &&
               p.z < 0.62f * depth;
    };
    return {.length = double(glm::distance(marks.glabella, marks.occiput)),
            .breadth = width(chart, over_ears),
            .height = double(height),
            .face_height = double(glm::distance(marks.nasion, marks.menton)),
            .face_breadth = width(chart, at_cheeks),
            .circumference = tape(chart, marks)};
}

} // namespace healed::head
