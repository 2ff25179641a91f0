#pragma once

#include "place_on_head.h"
#include "render/aged_ink.h"

#include <random>

namespace healed::test {

struct DotInPlane {
    glm::vec2 mm;
    aging::DotState state;
};

/// 1.3 dots a mm² over 16 × 16 mm, unevenly placed and deep.
inline std::vector<DotInPlane> many_dots() {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> part(0.0f, 1.0f);
    std::vector<DotInPlane> dots;
    for (int j = 0; j < 18; ++j)
        for (int i = 0; i < 18; ++i) {
            const glm::vec2 jitter(part(random), part(random));
            DotInPlane dot{.mm = (glm::vec2(i, j) + 0.6f * jitter - 8.8f) * 0.88f, .state = {}};
            dot.state.depth_mm = 0.2f + 0.15f * part(random);
            dot.state.sigma_mm = 0.06f;
            dot.state.sigma_z_mm = 0.08f;
            dot.state.mass_ng[0] = 20.0f;
            dots.push_back(dot);
        }
    return dots;
}

inline treatment::Plan plan() {
    treatment::Plan plan;
    plan.sessions = {{.day = 0, .ink = "smp-carbon"}};
    return plan;
}

/// The same dots, in mm, about any place of the head.
struct Patch {
    treatment::Treatment treatment;
    render::AgedInk ink;

    Patch(const Plane& plane, const std::vector<DotInPlane>& dots)
        : ink{.treatment = &treatment,
              .states = {},
              .hairs = {},
              .bands = study::InkBands(plan(), ground().library),
              .hair_absorption_per_mm = {}} {
        const head::ScalpChart& chart = ground().head.chart;
        for (const DotInPlane& dot : dots) {
            treatment::Dot placed{};
            placed.chart = plane.chart_at(dot.mm);
            placed.position_mm = chart.position_at(placed.chart);
            placed.normal = chart.normal_at(placed.chart);
            placed.drift = plane.x;
            placed.mass_ng = dot.state.mass_ng;
            treatment.dots.push_back(placed);
            ink.states.push_back(dot.state);
        }
    }
    Patch(const Patch&) = delete;
    Patch& operator=(const Patch&) = delete;
};

} // namespace healed::test
