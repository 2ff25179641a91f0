#pragma once

#include "color/lab.h"
#include "interface/theme.h"

#include <string>

namespace healed::studio {

/// CIELAB under daylight as the display shows it.
ImU32 display_colour(const color::Lab& lab);

/// Small words at a place; -1 left of it, 0 about it, 1 right of it.
void plot_words(ImDrawList& list, ImVec2 at, const std::string& words, ImU32 ink = paint::quiet,
                int side = 1);

} // namespace healed::studio
