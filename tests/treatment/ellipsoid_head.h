#pragma once

#include "head/head.h"

#include <cmath>
#include <numbers>

namespace healed {

/// A head whose chart is exact: half axes and landmarks of a median man on an ellipsoid, mirror-symmetric.
struct Ellipsoid {
    glm::dvec3 centre{0.0, 35.0, -8.0};
    glm::dvec3 half_axes{77.0, 96.0, 100.0};
    double widest_rad = 2.3; ///< angle from the pole at the rim of the chart

    glm::dvec3 towards(glm::dvec3 direction) const {
        return centre + direction / glm::length(direction / half_axes);
    }
    glm::dvec3 position(glm::dvec2 chart) const {
        const glm::dvec2 off = chart - 0.5;
        const double angle = 2.0 * glm::length(off) * widest_rad;
        const glm::dvec2 heading = glm::length(off) > 0.0 ? glm::normalize(off) : glm::dvec2(0.0);
        return towards({std::sin(angle) * heading.x, std::cos(angle), -std::sin(angle) * heading.y});
    }
    glm::dvec3 normal(glm::dvec3 position_mm) const {
        return glm::normalize((position_mm - centre) / (half_axes * half_axes));
    }
    /// 0 on the surface; grows by one per mm near it.
    double off_surface_mm(glm::dvec3 position_mm) const {
        const glm::dvec3 from = position_mm - centre;
        return glm::length(from) - glm::length(towards(from) - centre);
    }
    static bool scalp(glm::dvec3 p) {
        const double lowest = p.z > 0.0 ? 8.0 + 42.0 * p.z / 92.0 : 8.0 + 38.0 * p.z / 108.0;
        return p.y > lowest;
    }
    /// Midline place so many mm of arc above the glabella.
    glm::dvec3 above_brow(double arc_mm) const {
        double angle = 1.48;
        glm::dvec3 here = towards({0.0, std::cos(angle), std::sin(angle)});
        for (double walked = 0.0; walked < arc_mm; angle -= 1e-4) {
            const glm::dvec3 next = towards({0.0, std::cos(angle - 1e-4), std::sin(angle - 1e-4)});
            walked += glm::distance(next, here);
            here = next;
        }
        return here;
    }
};

inline head::Head ellipsoid_head(int size = 512) {
    const Ellipsoid shape;
    head::Head head{.name = "ellipsoid", .mesh = {}, .chart = {}, .landmarks = {}};
    head.chart.size = size;
    for (int j = 0; j < size; ++j)
        for (int i = 0; i < size; ++i) {
            const glm::dvec2 chart = (glm::dvec2(i, j) + 0.5) / static_cast<double>(size);
            const double step = 1e-5;
            const glm::dvec3 place = shape.position(chart);
            const auto slope = [&](glm::dvec2 axis) {
                return glm::vec3((shape.position(chart + step * axis) - shape.position(chart - step * axis)) /
                                 (2.0 * step));
            };
            head.chart.position_mm.push_back(glm::vec3(place));
            head.chart.normal.push_back(glm::vec3(shape.normal(place)));
            head.chart.tangent_u_mm.push_back(slope({1.0, 0.0}));
            head.chart.tangent_v_mm.push_back(slope({0.0, 1.0}));
            head.chart.on_scalp.push_back(Ellipsoid::scalp(place) ? 1 : 0);
        }
    const auto at = [&](glm::dvec3 direction) { return glm::vec3(shape.towards(direction)); };
    head.landmarks = {.nasion = at({0.0, -15.0, 99.0}),
                      .glabella = glm::vec3(shape.above_brow(0.0)),
                      .trichion = glm::vec3(shape.above_brow(64.0)),
                      .vertex = at({0.0, 1.0, 0.0}),
                      .occiput = at({0.0, 0.0, -1.0}),
                      .tragion_left = at({70.0, -35.0, 8.0}),
                      .tragion_right = at({-70.0, -35.0, 8.0}),
                      .menton = at({0.0, -100.0, 60.0})};
    return head;
}

} // namespace healed
