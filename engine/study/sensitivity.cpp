#include "study/sensitivity.h"

#include "aging/constants.h"
#include "study/constants.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace healed::study {

namespace {

std::vector<const Constant*> tried_constants() {
    using namespace aging::constant;
    std::vector<const Constant*> tried{&papillary_clearance,
                                       &deep_clearance,
                                       &clearance_length,
                                       &clearance_per_100_sed,
                                       &per_year_of_age,
                                       &smoker_factor,
                                       &vertex_dose,
                                       &daily_protection,
                                       &occasional_protection,
                                       &profile_sd,
                                       &crust_share,
                                       &epidermal_tau,
                                       &uptake_rate,
                                       &lymph_rate,
                                       &transepidermal_start,
                                       &transepidermal_length,
                                       &spread,
                                       &spread_length};
    for (const Constant& dose : melanin_dose)
        tried.push_back(&dose);
    const std::span<const Constant* const> own = constants();
    tried.insert(tried.end(), own.begin(), own.end());
    // No client of a cohort is judged by these, and what has no range cannot be moved.
    std::erase_if(tried, [](const Constant* one) {
        return one == &constant::helmet_dots || one == &constant::helmet_between ||
               one == &constant::dot_shows || one == &constant::least_seen || one->low >= one->high;
    });
    return tried;
}

double ratio(double above, double below) {
    return below > 0.0 ? above / below : above > 0.0 ? std::numeric_limits<double>::infinity() : 1.0;
}

} // namespace

LoadBearing load_bearing(const std::vector<Fate>& fates) {
    std::vector<double> years;
    for (const Fate& fate : fates)
        years.push_back(fate.touch_up.years);
    std::sort(years.begin(), years.end());
    const auto below = [&](double bound) {
        return static_cast<double>(std::upper_bound(years.begin(), years.end(), bound) - years.begin()) /
               static_cast<double>(years.size());
    };
    const Shares shares = shares_of(fates);
    const auto& sun = shares.by_3y_by_uv_quartile;
    const auto& protection = shares.median_by_protection;
    return {.satisfied_at_3y = 1.0 - below(3.0),
            .p25 = quantile(years, 0.25),
            .median = quantile(years, 0.5),
            .p75 = quantile(years, 0.75),
            .mean = mean(years),
            .three_to_seven = below(7.0) - below(3.0),
            .uv_ratio = sun ? ratio((*sun)[3], (*sun)[0]) : 1.0,
            .protection_ratio = protection[0] && protection[2] ? ratio(*protection[2], *protection[0]) : 1.0};
}

double Sensitivity::swing() const {
    return std::abs(at_high.satisfied_at_3y - at_low.satisfied_at_3y);
}

SensitivityTable sensitivities(const treatment::Plan& plan, const ink::Library& library, const Skins& skins,
                               const SetForAll& set, std::size_t patients, std::uint64_t seed,
                               const Progress& progress) {
    const auto figures = [&] {
        return load_bearing(run_cohort(Judge(plan, library, skins), set, patients, seed, {}));
    };
    const auto with = [&](const Constant& constant, double value) {
        const ConstantTrial trial(constant, value);
        return figures();
    };
    SensitivityTable table{.as_is = figures(), .rows = {}};
    const std::vector<const Constant*> tried = tried_constants();
    for (const Constant* constant : tried) {
        table.rows.push_back({.constant = constant,
                              .at_low = with(*constant, constant->low),
                              .at_high = with(*constant, constant->high)});
        if (progress)
            progress(static_cast<double>(table.rows.size()) / static_cast<double>(tried.size()));
    }
    std::stable_sort(table.rows.begin(), table.rows.end(),
                     [](const Sensitivity& a, const Sensitivity& b) { return a.swing() > b.swing(); });
    return table;
}

} // namespace healed::study
