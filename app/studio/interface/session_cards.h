#pragma once

#include "interface/studio.h"

namespace healed::studio {

/// A card for each session: its day, its ink, how dense and how dark.
void draw_sessions(Studio& studio);

} // namespace healed::studio
