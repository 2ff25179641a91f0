#pragma once

#include "treatment/dot.h"
#include "treatment/hair_course.h"
#include "treatment/sites.h"

namespace healed::treatment {

/// Follicular units that carry hair when the plan starts, and when each falls out.
struct LivingUnits {
    std::vector<Site> sites;
    std::vector<float> gone_years; ///< one a site, on the plan's clock; infinity for never
};

/// Where a unit sits and at what stage of loss it dies is the
/// person's own: it depends on head, follicles and seed, so a further stage takes hair away and moves none.
LivingUnits living_units(const ScalpFrame& frame, const HairCourse& course, const Plan& plan);

/// The hairs of units: one to four together, growing along a GrowthField at the plan's angle to the
/// skin, finer where hair is being lost.
std::vector<Hair> grow_hairs(const ScalpFrame& frame, const HairCourse& course, const Plan& plan,
                             const LivingUnits& units);

} // namespace healed::treatment
