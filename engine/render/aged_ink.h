#pragma once

#include "aging/age.h"
#include "ink/ink.h"
#include "study/ink_bands.h"
#include "treatment/treat.h"

#include <span>
#include <vector>

namespace healed::render {

/// The ink of a treatment at one time, and the hair that stands in the same skin: all that takes light below
/// the surface.
struct AgedInk {
    const treatment::Treatment* treatment;
    std::vector<aging::DotState> states; ///< one a dot
    std::vector<treatment::Hair> hairs;  ///< those that still stand and have not greyed
    study::InkBands bands;
    transport::BandValues hair_absorption_per_mm;
};

/// `years` on the plan's clock, 0 right after the last session. Throws Error for an unknown ink.
AgedInk aged_ink(const treatment::Treatment& treatment, const treatment::Plan& plan,
                 const ink::Library& library, const aging::Client& client, double years);

} // namespace healed::render
