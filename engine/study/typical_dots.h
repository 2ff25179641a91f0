#pragma once

#include "ink/ink.h"
#include "study/population.h"
#include "treatment/dot.h"
#include "treatment/plan.h"

#include <vector>

namespace healed::study {

/// Dots that each stand for many of their kind.
struct TypicalDots {
    std::vector<treatment::Dot> dots;
    std::vector<float> per_mm2; ///< how many of each stand on a square millimetre of skin
};

/// The dots of a plan on the crown, where its density is full and the skin level: a few for each session,
/// spread and weighted so that means over them are means over what the plan's hand scatters (Gauss–Hermite in
/// depth, two points in size and load together). Throws Error for an unknown ink.
TypicalDots typical_dots(const treatment::Plan& plan, const ink::Library& library);

/// Dots per cm² that a full density asks for there.
double follicles_on_crown_per_cm2(const treatment::Plan& plan);

/// The same dots as they came out in one client.
TypicalDots dots_in(const Person& person, TypicalDots dots);

/// Shallowest that a dot's ink rests, mm: it cannot lie above the horny layer.
inline constexpr float shallowest_mm = 0.02f;

} // namespace healed::study
