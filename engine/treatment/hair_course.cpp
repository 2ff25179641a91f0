#include "treatment/hair_course.h"

#include <algorithm>
#include <limits>

namespace healed::treatment {

namespace {

constexpr float never = std::numeric_limits<float>::infinity();

/// When a value that goes evenly from one to another over a time crosses a level that it starts at or above.
float crossing(double from_years, double to_years, double from, double to, double level) {
    if (from == to)
        return static_cast<float>(to_years);
    return static_cast<float>(from_years +
                              (to_years - from_years) * std::clamp((from - level) / (from - to), 0.0, 1.0));
}

} // namespace

HairCourse::HairCourse(const ScalpFrame& frame, const Plan& plan) {
    stages_.push_back({0.0, densities(frame, plan)});
    greys_.push_back({0.0, plan.follicles.grey_share});
    Plan later = plan;
    for (const HairChange& change : plan.hair_changes) {
        later.norwood = change.norwood.value_or(later.norwood);
        later.losses.insert(later.losses.end(), change.losses.begin(), change.losses.end());
        if (change.norwood || !change.losses.empty())
            stages_.push_back({change.at_years, densities(frame, later)});
        if (change.grey_share)
            greys_.push_back({change.at_years, *change.grey_share});
    }
}

float HairCourse::missing(glm::vec2 chart, double years) const {
    std::size_t i = 1;
    while (i < stages_.size() && stages_[i].years < years)
        ++i;
    const Stage& before = stages_[i - 1];
    if (i == stages_.size() || years <= before.years)
        return before.fields.missing.at(chart);
    const double share = (years - before.years) / (stages_[i].years - before.years);
    return std::lerp(before.fields.missing.at(chart), stages_[i].fields.missing.at(chart),
                     static_cast<float>(share));
}

float HairCourse::gone_years(glm::vec2 chart, double luck) const {
    for (std::size_t i = 1; i < stages_.size(); ++i) {
        const double after = stages_[i].fields.remaining.at(chart);
        if (luck >= after)
            return crossing(stages_[i - 1].years, stages_[i].years, stages_[i - 1].fields.remaining.at(chart),
                            after, luck);
    }
    return never;
}

float HairCourse::grey_years(double luck) const {
    if (luck < greys_.front().share)
        return -never;
    for (std::size_t i = 1; i < greys_.size(); ++i)
        if (luck < greys_[i].share)
            return crossing(greys_[i - 1].years, greys_[i].years, greys_[i - 1].share, greys_[i].share, luck);
    return never;
}

} // namespace healed::treatment
