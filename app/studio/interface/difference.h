#pragma once

#include "interface/viewport.h"

namespace healed::studio {

/// ΔE2000 between two pictures of the same head, as colours that people of any colour vision can put in
/// order, with a scale beside them. Computed when either picture is new.
void draw_difference(ImDrawList& list, Studio& studio, const Hung* first, const Hung* second, Area area);

} // namespace healed::studio
