#include "aging/clock.h"

#include "treatment/visits.h"

namespace healed::aging {

Clock::Clock(const treatment::Plan& plan) {
    for (const treatment::Visit& visit : treatment::visits(plan))
        made_years_.push_back(visit.at_years);
}

} // namespace healed::aging
