#pragma once

#include "interface/viewport.h"

namespace healed::studio {

/// The planned hairline on the head with handles that can be dragged over the skin; each drag is one step.
/// True while the mouse works on one.
bool draw_hairline_tool(ImDrawList& list, Studio& studio, Area area);

} // namespace healed::studio
