#pragma once

#include "interface/viewport.h"

namespace healed::studio {

/// What is known of single places of the head: pinned colours, the loupe, and why a place looks as it does.
void draw_pins(ImDrawList& list, Studio& studio, Area area);
void draw_loupe(ImDrawList& list, const Studio& studio, const std::vector<Area>& areas);

/// Pins the place under the mouse and asks why it has its colour.
void pin_place(Studio& studio, Area area);

/// In the right panel: the steps from bare tissue to the colour of the last pinned place, and its spectrum.
void draw_explanation(Studio& studio);

} // namespace healed::studio
