#include "head/scalp_survey.h"

#include "base/parallel.h"
#include "head/anthropometry.h"
#include "head/features.h"
#include "head/skull.h"

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace healed::head {
namespace {

constexpr double degree = std::numbers::pi / 180.0;

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

/// The closed border on the chart, in small steps.
std::vector<glm::dvec2> border_on(const ScalpChart& chart) {
    std::vector<glm::dvec2> knots;
    for (const glm::dvec3& place : border)
        knots.push_back(glm::dvec2(chart.chart_of(glm::vec3(place))));
    for (std::size_t i = border.size() - 1; i-- > 1;)
        knots.push_back({1.0 - knots[i].x, knots[i].y});
    std::vector<glm::dvec2> line;
    const std::size_t n = knots.size();
    constexpr int steps = 12;
    for (std::size_t i = 0; i < n; ++i)
        for (int s = 0; s < steps; ++s) {
            const double t = double(s) / steps;
            const glm::dvec2 a = knots[(i + n - 1) % n], b = knots[i], c = knots[(i + 1) % n],
                             d = knots[(i + 2) % n];
            line.push_back(0.5 * (2.0 * b + (c - a) * t + (2.0 * a - 5.0 * b + 4.0 * c - d) * (t * t) +
                                  (3.0 * b - a - 3.0 * c + d) * (t * t * t)));
        }
    return line;
}

/// Crossings of a row of the chart with the closed line decide what lies inside.
bool encloses(const std::vector<glm::dvec2>& line, glm::dvec2 p) {
    bool inside = false;
    for (std::size_t i = 0, j = line.size() - 1; i < line.size(); j = i++)
        if ((line[i].y > p.y) != (line[j].y > p.y) &&
            p.x < (line[j].x - line[i].x) * (p.y - line[i].y) / (line[j].y - line[i].y) + line[i].x)
            inside = !inside;
    return inside;
}

glm::vec3 across(const std::vector<glm::vec3>& places, std::size_t before, std::size_t after,
                 std::size_t steps, int size) {
    return (places[after] - places[before]) * (float(size) / float(steps));
}

void derive_tangents(ScalpChart& chart) {
    const auto size = std::size_t(chart.size);
    parallel_for(size, 16, [&](std::size_t begin, std::size_t end) {
        for (std::size_t j = begin; j < end; ++j)
            for (std::size_t i = 0; i < size; ++i) {
                const std::size_t l = i > 0 ? i - 1 : i, r = std::min(i + 1, size - 1);
                const std::size_t f = j > 0 ? j - 1 : j, b = std::min(j + 1, size - 1);
                chart.tangent_u_mm[j * size + i] =
                    across(chart.position_mm, j * size + l, j * size + r, r - l, chart.size);
                chart.tangent_v_mm[j * size + i] =
                    across(chart.position_mm, f * size + i, b * size + i, b - f, chart.size);
            }
    });
}

} // namespace

ScalpChart chart_frame() {
    ScalpChart chart;
    chart.centre_mm = glm::vec3(cranial_centre_mm);
    chart.pole = glm::vec3(0.0, std::cos(5.0 * degree), -std::sin(5.0 * degree));
    chart.side_rad = float(2.0 * 136.0 * degree);
    chart.size = chart_size;
    return chart;
}

ScalpChart survey_scalp(const Form& form) {
    ScalpChart chart = chart_frame();
    const auto size = std::size_t(chart.size);
    chart.position_mm.resize(size * size);
    chart.normal.resize(size * size);
    chart.tangent_u_mm.resize(size * size);
    chart.tangent_v_mm.resize(size * size);
    chart.on_scalp.resize(size * size);
    const std::vector<glm::dvec2> line = border_on(chart);
    parallel_for(size, 4, [&](std::size_t begin, std::size_t end) {
        for (std::size_t j = begin; j < end; ++j)
            for (std::size_t i = 0; i < size / 2; ++i) {
                const glm::dvec2 place((double(i) + 0.5) / double(size), (double(j) + 0.5) / double(size));
                const glm::dvec3 hit =
                    form.first_hit(glm::normalize(glm::dvec3(chart.direction_at(glm::vec2(place)))));
                const glm::dvec3 normal = form.earless_normal(hit);
                const bool scalp =
                    encloses(line, place) && ear_distance({-hit.x, hit.y, hit.z}) > median_man.ear_clearance;
                const std::size_t here = j * size + i, mirrored = j * size + size - 1 - i;
                chart.position_mm[here] = glm::vec3(hit);
                chart.position_mm[mirrored] = glm::vec3(-hit.x, hit.y, hit.z);
                chart.normal[here] = glm::vec3(normal);
                chart.normal[mirrored] = glm::vec3(-normal.x, normal.y, normal.z);
                chart.on_scalp[here] = chart.on_scalp[mirrored] = scalp ? 1 : 0;
            }
    });
    derive_tangents(chart);
    return chart;
}

} // namespace healed::head
