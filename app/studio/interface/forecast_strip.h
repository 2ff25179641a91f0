#pragma once

#include "interface/studio.h"

namespace healed::studio {

/// How much contrast is left over the years in nine of ten, half and one of ten futures, under the timeline
/// between these two edges.
void draw_forecast_strip(ImDrawList& list, Studio& studio, float left, float right, float top, float bottom);

/// Advice on touch-ups, and the three futures as three pictures.
void draw_forecast_advice(Studio& studio);

} // namespace healed::studio
