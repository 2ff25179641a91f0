#pragma once

#include "base/constant.h"
#include "treatment/visits.h"

#include <span>
#include <vector>

namespace healed::treatment {

/// What work does to the skin that it works on: worked too densely, too hard or again too soon, skin swells,
/// bleeds and pushes ink out, and what stays is wider.
struct Strain {
    double load; ///< of the session, 1 where a third of the natural density is set by a light, quick hand
    double ink_taken; ///< share of the ink that the skin accepts, 0 … 1
    double widening;  ///< of the dots, at least 1
};

/// How much one touch of a needle wounds, 1 for a light, quick one of the usual gauge: its cross-section, time
/// in the skin and pressure.
double touch_wound(const Needle& needle);

/// One a visit, for `per_cm2` dots a cm² at full density. What a visit leaves behind fades with the days to
/// the next one.
std::vector<Strain> visit_strains(std::span<const Visit> visits, const Hand& hand, double per_cm2);

/// Numbers of the strain, for people.
std::span<const Constant> strain_constants();

} // namespace healed::treatment
