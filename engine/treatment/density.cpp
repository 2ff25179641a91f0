#include "treatment/density.h"

#include "treatment/hairline.h"
#include "treatment/loss.h"
#include "treatment/painting.h"

#include <algorithm>
#include <array>
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

/// Dots wanted against those of the plan as a whole: the zones' share where work is asked for.
ChartField work_of(const ScalpFrame& frame, const Plan& plan) {
    std::vector<AreaField> areas;
    for (const Area& area : plan.areas)
        areas.emplace_back(frame, area);
    return ChartField(field_side, [&](glm::vec2 chart) {
        if (!frame.chart().is_scalp(chart))
            return 0.0f;
        const auto shares = region_shares(frame, chart);
        float density = 0.0f;
        for (std::size_t i = 0; i < region_count; ++i)
            density += shares[i] * static_cast<float>(plan.zones[i].density);
        return areas.empty() ? density : density * largest_share(areas, chart);
    });
}

/// Natural density at a place against that of the whole scalp.
float regional_share(const ScalpFrame& frame, const RegionalDensity& regions, glm::vec2 chart) {
    const std::array<double, region_count> by_region{regions.front, regions.mid_scalp, regions.crown,
                                                     regions.sides, regions.back};
    const auto shares = region_shares(frame, chart);
    float density = 0.0f;
    for (std::size_t i = 0; i < region_count; ++i)
        density += shares[i] * static_cast<float>(by_region[i]);
    return density;
}

/// Units per cm² that surgery has moved to a place of full density.
float grafted_at(const ScalpFrame& frame, const Plan& plan, glm::vec2 chart) {
    const auto shares = region_shares(frame, chart);
    const float top =
        shares[static_cast<std::size_t>(Region::Front)] + shares[static_cast<std::size_t>(Region::MidScalp)];
    return top * static_cast<float>(plan.transplant.units_per_cm2);
}

} // namespace

Densities densities(const ScalpFrame& frame, const Plan& plan) {
    const auto full = static_cast<float>(plan.follicles.units_per_cm2);
    const auto hairs = static_cast<float>(plan.follicles.hairs_per_unit);
    const ChartField scalp(field_side, [&](glm::vec2 chart) {
        const float share = scalp_share(frame, chart);
        return share > 0.0f
                   ? share * nape_share(frame, chart) * regional_share(frame, plan.follicles.regions, chart)
                   : 0.0f;
    });
    const ChartField grown = edge_of(frame, natural_hairline(frame), plan.seed + 1);
    const ChartField planned = edge_of(frame, plan.hairline, plan.seed);
    const RemainingHair remaining_hair(frame, plan);
    const ChartField kept(field_side, [&](glm::vec2 chart) {
        return frame.chart().is_scalp(chart) ? grown.at(chart) * remaining_hair.at(chart) : 0.0f;
    });
    // Share of the full density that lives: what is left of a full head of hair, and what was grafted where
    // it lacks.
    const ChartField living(field_side, [&](glm::vec2 chart) {
        const float own = kept.at(chart);
        if (plan.transplant.units_per_cm2 <= 0.0)
            return own;
        return std::min(own + planned.at(chart) * (1.0f - own) * grafted_at(frame, plan, chart) / full, 1.0f);
    });
    const ChartField natural(field_side, [&](glm::vec2 chart) {
        return full * scalp.at(chart) * std::max(grown.at(chart), living.at(chart));
    });
    const ChartField work = work_of(frame, plan);
    const Painting painting(frame, plan.strokes);
    return {.natural = natural,
            .remaining = ChartField(field_side,
                                    [&](glm::vec2 chart) {
                                        const float possible = std::max(grown.at(chart), living.at(chart));
                                        return possible > 0.0f ? living.at(chart) / possible : 0.0f;
                                    }),
            .missing = ChartField(field_side, [&](glm::vec2 chart) {
                const float lack = planned.at(chart) - living.at(chart);
                const float follicles = full * hairs * scalp.at(chart);
                const float planned_dots = follicles * work.at(chart) * std::max(lack, 0.0f);
                return painting.changes_density() && follicles > 0.0f
                           ? painting.dots_per_cm2(chart, planned_dots, follicles)
                           : planned_dots;
            })};
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
