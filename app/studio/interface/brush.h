#pragma once

#include "treatment/stroke.h"

#include <vector>

namespace healed::studio {

/// What the brush in the hand is set to, and the stroke that it is in the middle of.
struct Brush {
    double radius_mm = 12.0; ///< soft edge included, on a median head
    double softness = 0.5;   ///< share of the radius
    double density = 0.25;   ///< share of natural follicles that a stroke adds; takes away below 0
    bool mirrored = false;   ///< paints both sides of the head alike
    std::vector<treatment::Place> under_way; ///< where the stroke went so far; empty between strokes
    bool takes_away = false;                 ///< of that stroke: it was begun with Ctrl held
};

inline constexpr double smallest_brush_mm = 2.0, largest_brush_mm = 50.0;

} // namespace healed::studio
