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
    glm::vec2 middle_mm; ///< from the chart's own: x to the head's left, y to the front
};

/// The squares of a plan's test chart, session by session, row by row. The plan has one.
std::vector<ChartSquare> chart_squares(const Plan& plan);

/// Where the chart's middle lies on the flat scalp, mm (ScalpFrame).
glm::vec2 chart_middle_mm(const ScalpFrame& frame, const Plan& plan);

/// Places of a square's dots from its middle, row by row.
std::vector<glm::vec2> square_places_mm(const TestChart& chart);

/// What all dots of a square are: set by a hand without any scatter with the plan's needle at the square's
/// size and depth, not yet anywhere. Throws Error for an ink that the library does not know.
Dot square_dot(const Plan& plan, const ChartSquare& square, const ink::Library& library);

/// All dots of the chart on a head. Throws Error also for a chart that runs over the scalp's edge.
std::vector<Dot> chart_dots(const ScalpFrame& frame, const Plan& plan, const ink::Library& library);

} // namespace healed::treatment
