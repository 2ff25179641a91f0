#pragma once

#include "interface/viewport.h"

namespace healed::studio {

/// What is to be done and on whom: the left side of the window.
void draw_plan_panel(Studio& studio, Area area);

} // namespace healed::studio
