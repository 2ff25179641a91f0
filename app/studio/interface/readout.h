#pragma once

#include "interface/viewport.h"

namespace healed::studio {

/// What stands under the cursor: its colour, how far it is from the other view; the scale bar; the loupe.
void draw_readout(ImDrawList& list, Studio& studio, const std::vector<Area>& areas, Layout layout);

} // namespace healed::studio
