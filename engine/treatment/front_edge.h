#pragma once

#include "treatment/dot.h"
#include "treatment/plan.h"
#include "treatment/scalp_frame.h"

#include <optional>
#include <span>

namespace healed::treatment {

/// The front edge as the dots themselves draw it, between the temporal corners.
struct FrontEdge {
    double height_over_brow_mm; ///< of its even course, on the midline, along the skin from the glabella
    double roughness_mm;        ///< rms by which the front-most dots stray from that even course
    double
        straightness_per_mm; ///< one over the roughness: a ruled line is several times straighter than hair
    double rise_mm; ///< from that course back to where dots stand half as densely as 15 to 25 mm behind it
    double temple_recession_mm; ///< how far the even course lies behind its midline point at the corners
};

/// None where dots do not reach the plan's hairline, as in a scar behind or a crown alone. The even course is
/// a polynomial of degree 6 through the front-most dots of strips 2 mm wide: bays and points of 3 cm and less
/// stay in the roughness.
std::optional<FrontEdge> front_edge(const ScalpFrame& frame, const Plan& plan, std::span<const Dot> dots);

} // namespace healed::treatment
