#pragma once

#include "interface/studio.h"

namespace healed::studio {

/// What an ink comes to, as three squares so high that end at a place; nothing before that is known.
void draw_swatches(const Studio& studio, const std::string& ink, ImVec2 top_right, float height);

/// The inks, each with what it looks like on this skin when healed, after three and after seven years.
void draw_inks(Studio& studio);

} // namespace healed::studio
