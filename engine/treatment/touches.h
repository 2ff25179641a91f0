#pragma once

#include "ink/ink.h"
#include "treatment/dot.h"
#include "treatment/growth.h"
#include "treatment/mark.h"
#include "treatment/random.h"
#include "treatment/sites.h"
#include "treatment/steering.h"
#include "treatment/strain.h"
#include "treatment/visits.h"

#include <functional>
#include <span>
#include <vector>

namespace healed::treatment {

/// What the dots of one appointment are set with.
struct Touches {
    const ScalpFrame& frame;
    const Plan& plan;
    const MarkField& marks;
    const GrowthField& growth;
    const Visit& visit;
    const Strain& strain;
    const Steering& steering;
    std::size_t session; ///< which of visits(plan) this is
    const ink::Ink& ink;

    using Clear = std::function<bool(glm::vec3 place_mm)>;

    /// A dot where the hand puts it. Where that is not `clear`, the hand aims again, and at last sets it on
    /// the site itself.
    Dot at(const Site& site, Random random, const Clear& clear) const;
};

/// Pigment that the plan means a touch to leave at a place, ng, before anything keeps the skin from taking
/// it.
double meant_ng(const ScalpFrame& frame, const Plan& plan, const Visit& visit, const ink::Ink& ink,
                glm::vec2 chart);

/// Appends the dots of one appointment, each drawing from the stream of its own place in the list.
void set_dots(std::vector<Dot>& dots, const Touches& touches, std::span<const Site> sites,
              const Touches::Clear& clear);

} // namespace healed::treatment
