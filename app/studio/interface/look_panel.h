#pragma once

#include "interface/viewport.h"

namespace healed::studio {

/// How it is looked at: camera, light, and what is compared with what; the right side of the window.
void draw_look_panel(Studio& studio, Area area);

} // namespace healed::studio
