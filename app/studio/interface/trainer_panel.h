#pragma once

#include "interface/viewport.h"

namespace healed::studio {

/// The trainer's part of the right side: the mistake library and the two blues over the years.
void draw_mistakes(Studio& studio);
void draw_blues(Studio& studio);
/// The client's own plan stands alone again, where a mistake stood beside the right work.
void leave_mistake(Studio& studio);

/// The skin under the cursor cut open, to scale, in the lower part of the view: layers, needle, where the ink
/// rests and what is left of it. The resting depth can be dragged.
void draw_cross_section(Studio& studio, Area view);

} // namespace healed::studio
