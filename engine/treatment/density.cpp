#include "treatment/density.h"

#include "treatment/hair_loss.h"
#include "treatment/hairline.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace healed::treatment {

namespace {

/// Share of the neighbourhood, some mm about, that is scalp: fades hair out towards nape and ears instead of
/// cutting it off.
float scalp_share(const ScalpFrame& frame, glm::vec2 chart) {
    if (!frame.chart().is_scalp(chart))
        return 0.0f;
    constexpr int directions = 12;
    constexpr float rings_mm[] = {2.5f, 5.0f};
    int inside = 0;
    for (const float ring : rings_mm)
        for (int i = 0; i < directions; ++i) {
            const float angle = 2.0f * std::numbers::pi_v<float> * static_cast<float>(i) / directions;
            const float step = 0.5f * ring / frame.rim_arc_mm();
            inside +=
                frame.chart().is_scalp(chart + step * glm::vec2(std::cos(angle), std::sin(angle))) ? 1 : 0;
        }
    const float share = static_cast<float>(inside) / (2.0f * directions);
    return glm::smoothstep(0.4f, 0.95f, share);
}

/// How full the edge of the hair is at a distance behind the hairline: lone hairs a little ahead of it, full
/// behind.
float edge_fill(float inside_mm, double feather_mm) {
    const float feather = std::max(static_cast<float>(feather_mm), 0.2f);
    return std::pow(glm::smoothstep(-0.15f * feather, feather, inside_mm), 1.25f);
}

/// Hair thins out over the nape, below the level of the ears; assumed from photographs.
float nape_share(const ScalpFrame& frame, glm::vec2 chart) {
    const float below_ears = frame.landmarks().tragion_left.y - frame.chart().position_at(chart).y;
    return 1.0f - glm::smoothstep(40.0f, 64.0f, below_ears / frame.scale());
}

ChartField edge_of(const ScalpFrame& frame, const Hairline& shape, std::uint64_t seed) {
    const HairlineCurve hairline(frame, shape, seed);
    return ChartField(field_side, [&](glm::vec2 chart) {
        return frame.chart().is_scalp(chart) ? edge_fill(hairline.inside_mm(chart), shape.feather_mm) : 0.0f;
    });
}

} // namespace

Densities densities(const ScalpFrame& frame, const Plan& plan) {
    const auto full = static_cast<float>(plan.follicles.units_per_cm2);
    const auto follicles = static_cast<float>(follicles_per_cm2(plan.follicles));
    const ChartField scalp(
        field_side, [&](glm::vec2 chart) { return scalp_share(frame, chart) * nape_share(frame, chart); });
    const ChartField grown = edge_of(frame, natural_hairline(frame), plan.seed + 1);
    const ChartField planned = edge_of(frame, plan.hairline, plan.seed);
    const HairLoss loss(frame, plan.norwood, plan.seed);
    const ChartField remaining(field_side, [&](glm::vec2 chart) {
        return frame.chart().is_scalp(chart) ? loss.remaining(chart) : 0.0f;
    });
    const auto missing = [&](glm::vec2 chart) {
        const float lack = planned.at(chart) - grown.at(chart) * remaining.at(chart);
        return follicles * scalp.at(chart) * std::max(lack, 0.0f);
    };
    return {.natural = ChartField(field_side,
                                  [&](glm::vec2 chart) { return full * scalp.at(chart) * grown.at(chart); }),
            .remaining = remaining,
            .missing = ChartField(field_side, missing)};
}

float cell_area_mm2(const head::ScalpChart& chart, glm::vec2 place, int side) {
    const glm::mat2x3 jacobian = chart.jacobian_at(place);
    const auto cells = static_cast<float>(side) * static_cast<float>(side);
    return glm::length(glm::cross(jacobian[0], jacobian[1])) / cells;
}

double integral(const ScalpFrame& frame, const ChartField& per_cm2) {
    double sum = 0.0;
    for (int j = 0; j < per_cm2.side(); ++j)
        for (int i = 0; i < per_cm2.side(); ++i)
            if (const float value = per_cm2.cell(i, j); value > 0.0f)
                sum += 0.01 * value * cell_area_mm2(frame.chart(), per_cm2.centre(i, j), per_cm2.side());
    return sum;
}

} // namespace healed::treatment
