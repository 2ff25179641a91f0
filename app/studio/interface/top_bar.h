#pragma once

#include "interface/viewport.h"

namespace healed::studio {

/// File, history, modes and help along the top; what works in the background at the right.
void draw_top_bar(Studio& studio, Area area);

/// What went well or wrong, in the lower right corner of an area.
void draw_notices(Studio& studio, Area area);

} // namespace healed::studio
