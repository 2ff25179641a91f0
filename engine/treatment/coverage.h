#pragma once

#include "treatment/density.h"
#include "treatment/dot.h"

#include <span>

namespace healed::treatment {

/// How much of the treated skin lies under dots, and how much lies clear of them.
struct Coverage {
    double covered = 0.0; ///< share under the discs of the dots, overlaps counted once, 0 … 1
    double between = 0.0; ///< share farther than `veil_mm` from the edge of every dot, 0 … 1
};

/// Light that enters skin comes back within about this distance, so nearer to a dot skin is darkened by it:
/// 1 over the reduced scattering of the dermis at 550 nm, 2 to 4 /mm (Jacques 2013).
inline constexpr float veil_mm = 0.3f;

/// One diameter a dot, 0 for one that is not there. Found on the skin by points thrown at fixed places, some
/// 100 a cm²: good to 0.002 on 100 cm². `treated` is of treated_skin().
Coverage coverage(const ScalpFrame& frame, const ChartField& treated, std::span<const Dot> dots,
                  std::span<const float> diameters_mm);

} // namespace healed::treatment
