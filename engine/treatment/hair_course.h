#pragma once

#include "treatment/density.h"

#include <vector>

namespace healed::treatment {

/// Hair loss and greying over the years of a plan. Between the times that the plan states, both go evenly;
/// after the last they rest.
class HairCourse {
  public:
    HairCourse(const ScalpFrame& frame, const Plan& plan);

    /// What grows and what is missing when the plan's clock shows 0.
    const Densities& at_start() const { return stages_.front().fields; }
    /// Dots per cm² for a cumulative density of 1.
    float missing(glm::vec2 chart, double years) const;

    /// When a follicle falls out that outlives `luck` of its neighbours, 0 … 1; infinity for never.
    float gone_years(glm::vec2 chart, double luck) const;
    /// When a hair greys that keeps its colour longer than `luck` of all; infinity for never.
    float grey_years(double luck) const;

  private:
    struct Stage {
        double years;
        Densities fields;
    };
    struct Grey {
        double years, share;
    };
    std::vector<Stage> stages_;
    std::vector<Grey> greys_;
};

} // namespace healed::treatment
