#pragma once

#include "treatment/density.h"
#include "treatment/dot.h"
#include "treatment/sites.h"

namespace healed::treatment {

/// Follicular units that still carry hair. Where a unit sits and at what stage of loss it dies is the
/// person's own: it depends on head, follicles and seed, so a further stage takes hair away and moves none.
std::vector<Site> living_units(const ScalpFrame& frame, const Densities& densities, const Plan& plan);

/// The hairs of units: one to four together, growing along growth_direction() at the plan's angle to the
/// skin, finer where hair is being lost.
std::vector<Hair> grow_hairs(const ScalpFrame& frame, const Densities& densities, const Plan& plan,
                             std::span<const Site> units);

} // namespace healed::treatment
