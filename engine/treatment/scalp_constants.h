#pragma once

#include "base/constant.h"

#include <span>

/// How hair grows and is lost on a scalp, and what a careful hand keeps to. Lengths on a median head.
namespace healed::treatment::constant {

using enum Evidence;

// A table reads in rows.
// clang-format off

inline constexpr Constant whorl_share{"treatment.scalp.whorl_share", 0.42, "1", 0.3, 0.55, Assumed, "whorl behind the vertex, share of the arc to the occiput; practice: in the upper half of the back of the crown"};
inline constexpr Constant whorl_right{"treatment.scalp.whorl_right", 9.0, "mm", 0.0, 18.0, Assumed, "whorl right of the midline; most single whorls lie there"};
inline constexpr Constant ludwig_edge{"treatment.scalp.ludwig_edge", 22.0, "mm", 15.0, 30.0, Assumed, "over which the thinning of Ludwig sets in"};
inline constexpr Constant behind_whorl{"treatment.scalp.behind_whorl", 18.0, "mm", 10.0, 28.0, Assumed, "how far the oval of Ludwig reaches behind the whorl"};
inline constexpr Constant moth_eaten{"treatment.scalp.moth_eaten", 4.0, "mm", 2.0, 7.0, Assumed, "how far the edge of scarring loss strays"};
inline constexpr Constant norwood_half_edge{"treatment.scalp.norwood_half_edge", 10.0, "mm", 6.0, 15.0, Assumed, "half the width of the soft edges of Norwood's stages; from photographs"};
inline constexpr Constant vellus_left{"treatment.scalp.vellus_left", 0.02, "1", 0.0, 0.05, Assumed, "share of units that a bald area still shows"};
inline constexpr Constant hairs_apart{"treatment.scalp.hairs_apart", 0.15, "mm", 0.1, 0.2, Literature, "of one unit at the skin; recalled"};
inline constexpr Constant radius_cv{"treatment.scalp.radius_cv", 0.14, "1", 0.08, 0.2, Assumed, "of the radius between shafts"};
inline constexpr Constant angle_scatter{"treatment.scalp.angle_scatter", 6.0, "deg", 3.0, 10.0, Assumed, "of a unit about the growth direction, each way"};
inline constexpr Constant finest_share{"treatment.scalp.finest_share", 0.55, "1", 0.4, 0.7, Assumed, "radius of hairs about to be lost, of the full one"};
inline constexpr Constant spiral_at_centre{"treatment.scalp.spiral_at_centre", 1.15, "rad", 0.8, 1.4, Assumed, "between the growth and straight outwards at the whorl; from photographs"};
inline constexpr Constant spiral_reach{"treatment.scalp.spiral_reach", 38.0, "mm", 25.0, 55.0, Assumed, "over which the spiral unwinds by e"};
inline constexpr Constant lean_scatter{"treatment.scalp.lean_scatter", 0.25, "rad", 0.1, 0.4, Assumed, "of the needle's lean about the growth"};
inline constexpr Constant least_gap{"treatment.scalp.least_gap", 0.2, "mm", 0.15, 0.3, Assumed, "skin that stays between a touch-up's dots and all older ones, centre to centre: about the mark of a needle"};
inline constexpr Constant sight_of_retention{"treatment.scalp.sight_of_retention", 2.0, "mm", 1.0, 4.0, Assumed, "over which a practitioner judges what healed skin has kept: a few dots"};
inline constexpr Constant most_steering{"treatment.scalp.most_steering", 2.0, "1", 1.5, 3.0, Assumed, "how far one visit goes from the plan's dose, up or down: practice adds a step of dilution or two, and judges again"};

// clang-format on

} // namespace healed::treatment::constant

namespace healed::treatment {

/// All of the above, for people.
std::span<const Constant> scalp_constants();

} // namespace healed::treatment
