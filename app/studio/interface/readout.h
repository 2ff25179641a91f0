#pragma once

#include "interface/viewport.h"

namespace healed::studio {

/// What stands under the cursor: its colour and how far it is from the other view; and the scale bar.
void draw_readout(ImDrawList& list, Studio& studio, Area view);

} // namespace healed::studio
