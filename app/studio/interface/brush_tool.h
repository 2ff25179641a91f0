#pragma once

#include "interface/viewport.h"

namespace healed::studio {

/// While a brush is in the hand: follows the mouse over the head, whose item was drawn last, and shows the
/// ring of the brush at its true size. A stroke that is let go is one step of the plan. `areas` of all panes.
void draw_brush(ImDrawList& list, Studio& studio, const std::vector<Area>& areas);

/// The brush grows or shrinks by a step.
void resize_brush(Brush& brush, bool larger);

/// What the plan panel has of brushes: which one, how large, how soft, how much.
void draw_brush_fields(Studio& studio);

} // namespace healed::studio
