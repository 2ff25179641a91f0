#include "aging/lapse.h"

#include "aging/constants.h"

#include <algorithm>

namespace healed::aging {

namespace {

/// By then less than 1e-15 of the free ink has not been taken up or drained.
constexpr double settled_days = 45.0;

struct Cut {
    double years; ///< on the plan's clock
    int pass;
};

/// Where one piece ends and the next begins, rising, the last at the end.
std::vector<Cut> cuts(const Kinetics& kinetics, double end) {
    const double made = kinetics.made_years;
    std::vector<Cut> all;
    const auto add = [&](double years, int pass) {
        if (years > made && years <= end)
            all.push_back({years, pass});
    };
    const double closed = made + constant::closing_day / constant::days_per_year;
    const double settled = made + settled_days / constant::days_per_year;
    add(closed, -1);
    add(settled, -1);
    for (const double turn : kinetics.exposure.turns())
        if (kinetics.magnetite_place >= 0 || turn < settled)
            add(turn, -1);
    for (std::size_t i = 0; i < kinetics.passes.size(); ++i)
        add(kinetics.passes[i].at_years, static_cast<int>(i));
    add(end, -1);
    std::stable_sort(all.begin(), all.end(), [](const Cut& a, const Cut& b) { return a.years < b.years; });
    return all;
}

} // namespace

Lapse lapse(const Kinetics& kinetics, double years) {
    const double made = kinetics.made_years;
    Lapse result{.stage = healing_stage(years * constant::days_per_year, kinetics.care),
                 .lived = kinetics.exposure.between(made, made + years),
                 .pieces = {}};
    double begin = made;
    for (const Cut& cut : cuts(kinetics, made + years)) {
        const double length = cut.years - begin;
        const Lived lived = kinetics.exposure.between(begin, cut.years);
        const double per_year = length > 0.0 ? 1.0 / length : 0.0;
        result.pieces.push_back(
            {.days = length * constant::days_per_year,
             .open = (begin - made) * constant::days_per_year < constant::closing_day - 1e-6,
             .factor = lived.factor_years * per_year,
             .factor_sed = lived.factor_sed * per_year,
             .pass = cut.pass});
        begin = cut.years;
    }
    return result;
}

} // namespace healed::aging
