#pragma once

#include "treatment/dot.h"
#include "treatment/plan.h"

#include <vector>

namespace healed::aging {

/// Time zero of a plan is the moment right after its last session: "day 0". An earlier session lies before
/// it, so its dots are older by the days between the two; a touch-up lies after it. Before its session a
/// dot's age is negative and it is not there yet.
class Clock {
  public:
    explicit Clock(const treatment::Plan& plan);

    /// Age of the dots of a session or touch-up (treatment::visits), years, when the plan's clock shows
    /// `years`.
    double age_years(std::size_t session, double years) const { return years - made_years_.at(session); }
    std::size_t sessions() const { return made_years_.size(); }

  private:
    std::vector<double> made_years_;
};

} // namespace healed::aging
