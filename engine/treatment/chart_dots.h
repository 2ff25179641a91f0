#pragma once

#include "treatment/dot.h"
#include "treatment/plan.h"
#include "treatment/scalp_frame.h"

#include <vector>

namespace healed::treatment {

/// One square of a test chart.
struct ChartSquare {
    std::size_t session; ///< whose ink and shade it holds
    double footprint_mm, depth_mm;
    glm::vec2 middle_flat_mm; ///< on the flat scalp (ScalpFrame)
};

/// The squares of a plan's test chart, session by session, row by row. The plan has one.
std::vector<ChartSquare> chart_squares(const ScalpFrame& frame, const Plan& plan);

/// Their dots, set by a hand without any scatter with the plan's needle at each square's size and depth.
/// Throws Error for an ink that the library does not know, and for a chart that runs over the scalp's edge.
std::vector<Dot> chart_dots(const ScalpFrame& frame, const Plan& plan, const ink::Library& library);

} // namespace healed::treatment
