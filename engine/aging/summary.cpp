#include "aging/summary.h"

#include "aging/size.h"

#include <numeric>

namespace healed::aging {

namespace {

struct Amount {
    double delivered_ng = 0.0;
    double left_ng = 0.0;
};

} // namespace

Summary summarize(std::span<const treatment::Dot> dots, const Course& course, double years) {
    const std::vector<DotState> states = age_all(dots, course, years);
    Summary summary{.at_years = years,
                    .dots = 0,
                    .delivered_ng = {},
                    .ink_left = {},
                    .ferric_ng = 0.0,
                    .darkened_ng = 0.0,
                    .mean_depth_mm = 0.0,
                    .mean_diameter_mm = 0.0};
    std::vector<std::array<Amount, treatment::max_pigments>> by_session(course.by_session.size());
    double ink_ng = 0.0;
    for (std::size_t i = 0; i < dots.size(); ++i) {
        const DotState& state = states[i];
        if (course.clock.age_years(dots[i].session, years) < 0.0)
            continue;
        auto& amounts = by_session[dots[i].session];
        for (std::size_t p = 0; p < treatment::max_pigments; ++p) {
            amounts[p].delivered_ng += dots[i].mass_ng[p];
            amounts[p].left_ng += state.mass_ng[p] + state.crust * dots[i].mass_ng[p];
        }
        const double in_skin = std::accumulate(state.mass_ng.begin(), state.mass_ng.end(), 0.0);
        ++summary.dots;
        ink_ng += in_skin;
        summary.ferric_ng += state.ferric_ng;
        summary.darkened_ng += state.darkened_ng;
        summary.mean_depth_mm += in_skin * state.depth_mm;
        summary.mean_diameter_mm += state.sigma_mm * diameter_per_sigma;
    }
    std::map<std::string, Amount> by_pigment;
    for (std::size_t s = 0; s < by_session.size(); ++s)
        for (std::size_t p = 0; p < course.by_session[s].pigments.size(); ++p) {
            Amount& amount = by_pigment[course.by_session[s].pigments[p]];
            amount.delivered_ng += by_session[s][p].delivered_ng;
            amount.left_ng += by_session[s][p].left_ng;
        }
    for (const auto& [pigment, amount] : by_pigment) {
        summary.delivered_ng[pigment] = amount.delivered_ng;
        summary.ink_left[pigment] = amount.delivered_ng > 0.0 ? amount.left_ng / amount.delivered_ng : 0.0;
    }
    if (ink_ng > 0.0)
        summary.mean_depth_mm /= ink_ng;
    if (summary.dots > 0)
        summary.mean_diameter_mm /= static_cast<double>(summary.dots);
    return summary;
}

} // namespace healed::aging
