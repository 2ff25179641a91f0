#pragma once

#include "treatment/dot.h"
#include "treatment/growth.h"

#include <span>

namespace healed::treatment {

/// Mean angle between the way that needles went into the skin and the way that they would have gone leaning
/// by as much against the growth, as follicles do, degrees: small for an upright needle wherever it leans.
/// 0 without dots.
double angle_to_growth_deg(const GrowthField& growth, std::span<const Dot> dots);

} // namespace healed::treatment
