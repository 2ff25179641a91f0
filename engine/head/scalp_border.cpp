#include "head/scalp_border.h"

#include "head/anthropometry.h"

#include <array>

namespace healed::head {
namespace {

/// Height of the brow's ridge as drawn with the face, and of the lowest hairline, mm.
constexpr double brow = 34.0, plan_from = brow + median_man.brow_to_plan;

// A table reads in rows.
// clang-format off
/// The border of what can be planned on, one side, front to back: over the brow, temple, sideburn, under
/// the ear (which is cut out by itself), nape at the height of the lobes' lower end.
constexpr std::array<glm::dvec3, 14> border{{
    {0, plan_from, 97}, {25, plan_from + 1, 94}, {44, plan_from + 2, 82}, {55, 51, 67}, {62, 38, 51}, {67, 22, 39}, {70, 6, 30}, {71, -6, 23},
    {71, -12, 12}, {66, -22, -14}, {58, -31, -30}, {46, -38, -48}, {25, -41, -66}, {0, -41, -71}}};
// clang-format on

} // namespace

ScalpBorder::ScalpBorder(const Form& form, const ScalpChart& chart) {
    std::vector<glm::dvec2> knots;
    for (const glm::dvec3& place : border)
        knots.push_back(glm::dvec2(chart.chart_of(glm::vec3(form.place(place)))));
    for (std::size_t i = border.size() - 1; i-- > 1;)
        knots.push_back({1.0 - knots[i].x, knots[i].y});
    const std::size_t n = knots.size();
    constexpr int steps = 12;
    for (std::size_t i = 0; i < n; ++i)
        for (int s = 0; s < steps; ++s) {
            const double t = double(s) / steps;
            const glm::dvec2 a = knots[(i + n - 1) % n], b = knots[i], c = knots[(i + 1) % n],
                             d = knots[(i + 2) % n];
            line_.push_back(0.5 * (2.0 * b + (c - a) * t + (2.0 * a - 5.0 * b + 4.0 * c - d) * (t * t) +
                                   (3.0 * b - a - 3.0 * c + d) * (t * t * t)));
        }
}

/// Crossings of a row of the chart with the closed line decide what lies inside.
bool ScalpBorder::encloses(glm::dvec2 p) const {
    bool inside = false;
    for (std::size_t i = 0, j = line_.size() - 1; i < line_.size(); j = i++)
        if ((line_[i].y > p.y) != (line_[j].y > p.y) &&
            p.x < (line_[j].x - line_[i].x) * (p.y - line_[i].y) / (line_[j].y - line_[i].y) + line_[i].x)
            inside = !inside;
    return inside;
}

} // namespace healed::head
