#include "aging/clock.h"

#include "aging/constants.h"

#include <algorithm>

namespace healed::aging {

Clock::Clock(const treatment::Plan& plan) {
    double last_day = 0.0;
    for (const treatment::Session& session : plan.sessions)
        last_day = std::max(last_day, session.day);
    for (const treatment::Session& session : plan.sessions)
        head_start_years_.push_back((last_day - session.day) / constant::days_per_year);
}

} // namespace healed::aging
