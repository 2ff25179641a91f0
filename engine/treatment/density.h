#pragma once

#include "treatment/chart_field.h"
#include "treatment/plan.h"
#include "treatment/scalp_frame.h"

namespace healed::treatment {

/// Samples on a side of the fields below: about 0.8 mm apart on a median head.
inline constexpr int field_side = 512;

/// What grows and what is to be added, all over the scalp chart.
struct Densities {
    /// Follicular units per cm² of a full head of hair: level within the natural hairline, thinning out over
    /// its edge and towards nape and ears; where hair was grafted ahead of it, that too.
    ChartField natural;
    /// Share of those that is left, 0 … 1.
    ChartField remaining;
    /// Dots per cm² for a cumulative density of 1: what is missing within the plan's hairline, sparse at its
    /// edge and full `feather_mm` behind it, falling away where hair is left, times what the plan's zones and
    /// areas ask for, and what its strokes make of that.
    ChartField missing;
};
Densities densities(const ScalpFrame& frame, const Plan& plan);

/// ∫ field dA over the scalp for a field per cm².
double integral(const ScalpFrame& frame, const ChartField& per_cm2);

/// Area of one cell of a field of that side about a place of the chart, mm².
float cell_area_mm2(const head::ScalpChart& chart, glm::vec2 place, int side);

} // namespace healed::treatment
