#pragma once

#include "base/constant.h"
#include "ink/ink.h"
#include "treatment/dot.h"
#include "treatment/plan.h"
#include "treatment/random.h"

#include <span>

namespace healed::treatment {

/// Resting depth of the ink's centroid for a needle setting, mm: what a machine shows is not where ink ends
/// up.
double resting_depth_mm(double setting_mm);

/// Diameter that a group of needle points marks, mm, 1 … 14 points.
double footprint_mm(int points);

/// One touch: how deep, how wide and with how much ink, for this needle, hand, session and ink. `size`
/// multiplies the needle's footprint. Place, direction and zone are the caller's. Masses go with the marked
/// area; a standard dot is that of a three-point needle.
Dot touch(const Needle& needle, const Hand& hand, const Session& session, const ink::Ink& ink, double size,
          Random& random);
/// With the plan's own needle and hand.
Dot touch(const Plan& plan, const Session& session, const ink::Ink& ink, double size, Random& random);

/// Pigment that such a touch leaves by a hand without scatter, ng.
double standard_ng(const Needle& needle, const Session& session, const ink::Ink& ink, double size);

/// Numbers of needle and hand, for people.
std::span<const Constant> needle_constants();

} // namespace healed::treatment
