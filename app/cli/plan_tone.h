#pragma once

#include "treated_head.h"

#include "study/lint.h"

#include <optional>

namespace healed::cli {

/// Lightness of a plan's core zone at a time, of the skin and of the client's own hair in it, and the
/// contrast between zone and hair.
struct PlanTone {
    study::Tone tone;
    double contrast;         ///< ΔE2000 of the zone against bare skin
    double contrast_to_hair; ///< ΔE2000 of the zone against the client's own hair, shaved
};

/// None for a plan without dots. Bakes the skin's tables or reads them from the cache, with a progress bar.
std::optional<PlanTone> plan_tone(const project::Project& project, const ink::Library& library,
                                  const TreatedHead& treated, double years);

} // namespace healed::cli
