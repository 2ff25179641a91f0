#include "head/scalp_survey.h"

#include "base/parallel.h"
#include "head/anthropometry.h"
#include "head/scalp_border.h"

#include <cmath>
#include <numbers>

namespace healed::head {
namespace {

constexpr double degree = std::numbers::pi / 180.0;

} // namespace

ScalpChart chart_frame(glm::vec3 centre_mm, int size) {
    ScalpChart chart;
    chart.centre_mm = centre_mm;
    chart.pole = glm::vec3(0.0, std::cos(5.0 * degree), -std::sin(5.0 * degree));
    chart.side_rad = float(2.0 * 136.0 * degree);
    chart.size = size;
    const auto texels = std::size_t(size) * std::size_t(size);
    chart.position_mm.resize(texels);
    chart.normal.resize(texels);
    chart.tangent_u_mm.resize(texels);
    chart.tangent_v_mm.resize(texels);
    chart.on_scalp.resize(texels);
    return chart;
}

ScalpChart survey_scalp(const Form& form, int side) {
    ScalpChart chart = chart_frame(glm::vec3(form.centre()), side);
    const auto size = std::size_t(side);
    const ScalpBorder border(form, chart);
    parallel_for(size, 4, [&](std::size_t begin, std::size_t end) {
        for (std::size_t j = begin; j < end; ++j)
            for (std::size_t i = 0; i < size / 2; ++i) {
                const glm::dvec2 place((double(i) + 0.5) / double(size), (double(j) + 0.5) / double(size));
                const glm::dvec3 hit =
                    form.first_hit(glm::normalize(glm::dvec3(chart.direction_at(glm::vec2(place)))));
                const glm::dvec3 normal = form.earless_normal(hit);
                const bool scalp =
                    border.encloses(place) && form.ear_distance_mm(hit) > median_man.ear_clearance;
                const std::size_t here = j * size + i, mirrored = j * size + size - 1 - i;
                chart.position_mm[here] = glm::vec3(hit);
                chart.position_mm[mirrored] = glm::vec3(-hit.x, hit.y, hit.z);
                chart.normal[here] = glm::vec3(normal);
                chart.normal[mirrored] = glm::vec3(-normal.x, normal.y, normal.z);
                chart.on_scalp[here] = chart.on_scalp[mirrored] = scalp ? 1 : 0;
            }
    });
    chart.derive_tangents();
    return chart;
}

} // namespace healed::head
