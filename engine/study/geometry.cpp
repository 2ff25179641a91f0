#include "study/geometry.h"

#include "aging/size.h"
#include "treatment/coverage.h"
#include "treatment/hair_course.h"
#include "treatment/lean.h"
#include "treatment/measure.h"
#include "treatment/visits.h"

#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace healed::study {

namespace {

using treatment::ChartField;
using treatment::Dot;
using treatment::field_side;

/// The dots that hold ink, and how wide each is.
struct Inked {
    std::vector<Dot> dots;
    std::vector<float> diameters_mm;
    double streak_mm = 0.0;
};

Inked inked(std::span<const Dot> dots, std::span<const aging::DotState> states) {
    constexpr auto per_sigma = static_cast<float>(aging::diameter_per_sigma);
    Inked result;
    for (std::size_t i = 0; i < dots.size(); ++i) {
        const auto& mass = states[i].mass_ng;
        if (std::accumulate(mass.begin(), mass.end(), states[i].ferric_ng) <= 0.0f)
            continue;
        result.dots.push_back(dots[i]);
        result.diameters_mm.push_back(per_sigma * states[i].sigma_mm);
        result.streak_mm +=
            static_cast<double>(std::tan(dots[i].tilt_rad) * per_sigma * states[i].sigma_z_mm);
    }
    if (!result.dots.empty())
        result.streak_mm /= static_cast<double>(result.dots.size());
    return result;
}

void measure_diameters(Geometry& geometry, std::span<const float> diameters_mm) {
    if (diameters_mm.empty())
        return;
    double sum = 0.0, squares = 0.0;
    for (const float diameter : diameters_mm) {
        sum += diameter;
        squares += static_cast<double>(diameter) * diameter;
    }
    const auto count = static_cast<double>(diameters_mm.size());
    geometry.mean_diameter_mm = sum / count;
    const double variance = std::max(squares / count - std::pow(sum / count, 2), 0.0);
    geometry.diameter_spread = std::sqrt(variance) / geometry.mean_diameter_mm;
}

/// Skin that by then lacks more hair than half of what grew there, dots counted as hair.
double bare_cm2(const treatment::ScalpFrame& frame, const treatment::Plan& plan, double years) {
    const treatment::HairCourse course(frame, plan);
    double laid = 0.0, at_years = 0.0;
    for (const treatment::Visit& visit : visits(plan))
        if (visit.at_years <= years) {
            laid = visit.session.cumulative_density;
            at_years = visit.at_years;
        }
    const ChartField bare(field_side, [&](glm::vec2 chart) {
        const double full =
            static_cast<double>(course.at_start().natural.at(chart)) * plan.follicles.hairs_per_unit;
        const double lack =
            course.missing(chart, years) - laid * static_cast<double>(course.missing(chart, at_years));
        return full > 0.0 && lack > 0.5 * full ? 1.0f : 0.0f;
    });
    return integral(frame, bare);
}

} // namespace

Geometry geometry(const head::Head& head, const treatment::Plan& plan, const treatment::Treatment& treatment,
                  std::span<const aging::DotState> states, double years) {
    const treatment::ScalpFrame frame(head);
    const ChartField treated = treated_skin(densities(frame, plan));
    const Inked there = inked(treatment.dots, states);
    const treatment::Spacing apart = spacing(frame, treated, there.dots);
    const treatment::Coverage cover = coverage(frame, treated, there.dots, there.diameters_mm);
    Geometry result{.dots_per_cm2 = apart.per_cm2,
                    .nearest_neighbour_mm = apart.mean_mm,
                    .nearest_neighbour_cv = apart.cv,
                    .clark_evans = apart.clark_evans,
                    .coverage = cover.covered,
                    .skin_between_dots = cover.between,
                    .streak_mm = there.streak_mm,
                    .angle_to_growth_deg =
                        angle_to_growth_deg(treatment::GrowthField(frame, plan), there.dots),
                    .bare_ring_cm2 = bare_cm2(frame, plan, years),
                    .order = apart.order,
                    .front = front_edge(frame, plan, there.dots)};
    measure_diameters(result, there.diameters_mm);
    if (result.front) {
        result.hairline_height_mm = result.front->height_over_brow_mm;
        result.hairline_straightness = result.front->straightness_per_mm;
    }
    return result;
}

std::optional<double> figure(const Geometry& geometry, std::string_view name) {
    const std::array<std::pair<std::string_view, std::optional<double>>, 14> all{
        {{"mean_diameter_mm", geometry.mean_diameter_mm},
         {"diameter_spread", geometry.diameter_spread},
         {"dots_per_cm2", geometry.dots_per_cm2},
         {"nearest_neighbour_mm", geometry.nearest_neighbour_mm},
         {"nearest_neighbour_cv", geometry.nearest_neighbour_cv},
         {"clark_evans", geometry.clark_evans},
         {"coverage", geometry.coverage},
         {"skin_between_dots", geometry.skin_between_dots},
         {"streak_mm", geometry.streak_mm},
         {"angle_to_growth_deg", geometry.angle_to_growth_deg},
         {"order", geometry.order},
         {"bare_ring_cm2", geometry.bare_ring_cm2},
         {"hairline_height_mm", geometry.hairline_height_mm},
         {"hairline_straightness", geometry.hairline_straightness}}};
    for (const auto& [word, value] : all)
        if (word == name)
            return value;
    return std::nullopt;
}

} // namespace healed::study
