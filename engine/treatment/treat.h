#pragma once

#include "head/head.h"
#include "ink/ink.h"
#include "treatment/dot.h"
#include "treatment/plan.h"

#include <vector>

namespace healed::treatment {

/// What a plan comes to on a head: every touch of the needle, and every hair that is left.
struct Treatment {
    std::vector<Dot> dots; ///< by session; the dots of each session in a fixed order
    std::vector<Hair> hairs;
};

/// Plants the hair that is left and places the dots of all sessions. Depends on the head, the plan and its
/// seed alone, not on the number of threads. Throws Error for an ink that the library does not know or that
/// has more than max_pigments components.
Treatment treat(const head::Head& head, const Plan& plan, const ink::Library& library);

} // namespace healed::treatment
