#include "treatment/visits.h"

#include <algorithm>

namespace healed::treatment {

namespace {

constexpr double days_per_year = 365.25;

} // namespace

std::vector<Visit> visits(const Plan& plan) {
    double last_day = 0.0;
    for (const Session& session : plan.sessions)
        last_day = std::max(last_day, session.day);
    std::vector<Visit> all;
    double reached = 0.0;
    for (const Session& session : plan.sessions) {
        all.push_back({(session.day - last_day) / days_per_year, session, plan.needle});
        reached = std::max(reached, session.cumulative_density);
    }
    for (const TouchUp& touch_up : plan.touch_ups) {
        reached += touch_up.added_density;
        Visit& visit = all.emplace_back(
            Visit{touch_up.at_years,
                  {last_day + touch_up.at_years * days_per_year, reached, touch_up.ink, touch_up.shade},
                  plan.needle});
        visit.needle.resting_depth_mm = touch_up.resting_depth_mm.value_or(plan.needle.resting_depth_mm);
        visit.needle.footprint_mm = touch_up.footprint_mm.value_or(plan.needle.footprint_mm);
    }
    return all;
}

} // namespace healed::treatment
