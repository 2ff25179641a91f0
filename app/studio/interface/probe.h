#pragma once

#include "interface/viewport.h"

namespace healed::studio {

/// What is known of single places of the head: pinned colours, the loupe, and why a place looks as it does.
void draw_pins(ImDrawList& list, Studio& studio, Area view);
void draw_loupe(ImDrawList& list, Studio& studio, Area view);

/// Pins the place under the mouse; why it has its colour is then told at the right.
void pin_place(Studio& studio, Area view);

/// In the right panel: the steps from bare tissue to the colour of the last pinned place, and its spectrum.
void draw_explanation(Studio& studio);

} // namespace healed::studio
