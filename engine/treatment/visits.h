#pragma once

#include "treatment/plan.h"

#include <vector>

namespace healed::treatment {

/// One appointment at which dots are set. The dots of visit i carry i as their `session`.
struct Visit {
    double at_years; ///< on the plan's clock: 0 for the last session, negative for those before
    Session session; ///< ink and shade; its density is that reached after it
    Needle needle;
};

/// The sessions of a plan, and after them its touch-ups.
std::vector<Visit> visits(const Plan& plan);

} // namespace healed::treatment
