#include "portfolio/sign.h"

#include "base/error.h"
#include "color/lab.h"
#include "treatment/strain.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/ranges.h>
#include <numeric>
#include <vector>

namespace healed::portfolio {

namespace {

using treatment::Dot;

double sum(const treatment::PigmentMasses& masses) {
    return std::accumulate(masses.begin(), masses.end(), 0.0);
}

struct Spread {
    double mean, cv;
};

Spread spread(const std::vector<double>& values) {
    if (values.empty())
        return {0.0, 0.0};
    const auto count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0.0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return {mean, mean > 0.0 ? std::sqrt(squares / count) / mean : 0.0};
}

/// One value a dot that has been set by then.
template <typename Value>
Spread over_dots(const Work& work, double years, Value value) {
    const std::vector<aging::DotState> all = work.states(years);
    std::vector<double> values;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (work.course.clock.age_years(work.treatment.dots[i].session, years) >= 0.0)
            values.push_back(value(work.treatment.dots[i], all[i]));
    return spread(values);
}

double share_left(const Dot& dot, const aging::DotState& state) {
    return sum(state.mass_ng) / std::max(sum(dot.mass_ng), 1e-9);
}

double ink_taken(const Work& work, double years) {
    const std::vector<treatment::Visit> visits = treatment::visits(work.project.plan);
    return over_dots(work, years,
                     [&](const Dot& dot, const aging::DotState& state) {
                         const treatment::Session& session = visits[dot.session].session;
                         return sum(state.mass_ng) /
                                (work.library.ink(session.ink).pigment_ng_per_dot * session.shade);
                     })
        .mean;
}

double ink_left(const Work& work, double years) {
    double left = 0.0, delivered = 0.0;
    const std::vector<aging::DotState> all = work.states(years);
    for (std::size_t i = 0; i < all.size(); ++i) {
        left += sum(all[i].mass_ng);
        delivered += sum(work.treatment.dots[i].mass_ng);
    }
    return delivered > 0.0 ? left / delivered : 0.0;
}

/// Δb*/ΔL* against bare skin of the same dots in carbon: what depth alone does to the hue.
double blueness(const Work& work, double years) {
    if (work.core.dots.empty())
        return 0.0;
    const study::StandingCast cast =
        study::standing_cast(work.grid, work.skin, work.region(), work.carbon_mm2_per_ng, years);
    const color::Lab zone = work.ink_lab(years), bare = work.bare_lab();
    const double darker = zone.l - bare.l;
    return std::abs(darker) > 1e-6 ? (zone.b - cast.ink.b - bare.b) / darker : 0.0;
}

double cast(const Work& work, double years) {
    if (work.core.dots.empty())
        return 0.0;
    return study::standing_cast(work.grid, work.skin, work.region(), work.carbon_mm2_per_ng, years)
        .delta_e_2000;
}

/// Between the zone and the same skin full of this client's hair, shaved to the surface.
double contrast_to_hair(const Work& work, double years) {
    return color::delta_e_2000(work.ink_lab(years), work.hair_lab());
}

double strain(const Work& work, double) {
    double most = 0.0;
    for (const treatment::Strain& visit :
         treatment::visit_strains(treatment::visits(work.project.plan), work.project.plan.hand,
                                  treatment::follicles_per_cm2(work.project.plan.follicles)))
        most = std::max(most, visit.load);
    return most;
}

double ink_left_spread(const Work& work, double years) {
    return over_dots(work, years, share_left).cv;
}
double contrast(const Work& work, double years) {
    return color::delta_e_2000(work.ink_lab(years), work.bare_lab());
}
/// What a ruler and a lens tell.
template <double study::Geometry::*figure>
double ruled(const Work& work, double years) {
    return work.geometry(years).*figure;
}
template <std::optional<double> study::Geometry::*figure>
double ruled(const Work& work, double years) {
    return (work.geometry(years).*figure).value_or(0.0);
}

// clang-format off
constexpr std::array all{
    Sign{"angle_to_growth_deg", "deg", "between the needle's slant and the way hair grows, mean", 1.0, ruled<&study::Geometry::angle_to_growth_deg>},
    Sign{"bare_ring_cm2", "cm2", "bald skin within the hairline that no dot stands near", 0.5, ruled<&study::Geometry::bare_ring_cm2>},
    Sign{"blueness", "1", "change of b* over that of L* in the same dots of carbon: what depth does", 0.02, blueness},
    Sign{"cast_delta_e_2000", "1", "zone against as much carbon, equally light: what the ink does", 0.4, cast},
    Sign{"contrast", "1", "zone against bare skin, CIEDE2000", 0.1, contrast},
    Sign{"contrast_to_hair", "1", "zone against skin full of this hair, shaved, CIEDE2000", 1.0, contrast_to_hair},
    Sign{"coverage", "1", "area of all dots over that of the zone", 0.01, ruled<&study::Geometry::coverage>},
    Sign{"diameter_spread", "1", "coefficient of variation of the diameters", 0.01, ruled<&study::Geometry::diameter_spread>},
    Sign{"dots_per_cm2", "1/cm2", "in the core of the zone", 1.0, ruled<&study::Geometry::dots_per_cm2>},
    Sign{"hairline_height_mm", "mm", "front of the dots over the brow", 1.0, ruled<&study::Geometry::hairline_height_mm>},
    Sign{"hairline_straightness", "1/mm", "one over how far the front of the dots strays from a smooth curve", 0.01, ruled<&study::Geometry::hairline_straightness>},
    Sign{"ink_left", "1", "share of the delivered ink", 0.01, ink_left},
    Sign{"ink_left_spread", "1", "coefficient of variation of the share that dots have left", 0.01, ink_left_spread},
    Sign{"ink_taken", "1", "ink in a dot over what one of this ink and shade is meant to hold", 0.01, ink_taken},
    Sign{"mean_diameter_mm", "mm", "of the dots", 0.01, ruled<&study::Geometry::mean_diameter_mm>},
    Sign{"nearest_neighbour_cv", "1", "coefficient of variation of the distance to the next dot", 0.01, ruled<&study::Geometry::nearest_neighbour_cv>},
    Sign{"skin_between_dots", "1", "share of the zone clear of every dot", 0.01, ruled<&study::Geometry::skin_between_dots>},
    Sign{"strain", "1", "of the hardest visit on the skin, 1 for a light one", 0.1, strain},
    Sign{"streak_mm", "mm", "how far a slanted dot is drawn out along the skin, mean", 0.01, ruled<&study::Geometry::streak_mm>},
};
// clang-format on

} // namespace

std::span<const Sign> signs() {
    return all;
}

const Sign& sign(std::string_view name) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Sign& one) { return one.name == name; });
    if (found == all.end()) {
        std::vector<std::string_view> names;
        for (const Sign& one : all)
            names.push_back(one.name);
        fail("measure: \"{}\" is none of {}", name, fmt::join(names, ", "));
    }
    return *found;
}

double times_right(const Sign& sign, double wrong, double right) {
    return std::max(wrong, sign.least) / std::max(right, sign.least);
}

} // namespace healed::portfolio
