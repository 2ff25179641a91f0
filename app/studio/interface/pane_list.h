#pragma once

#include "interface/studio.h"

namespace healed::studio {

/// What each view of a comparison shows: its plan, its time, its ink, its skin.
void draw_pane_list(Studio& studio);

/// Fills a grid with the same plan at several times, in several inks, on all skins.
void fill_with_times(Studio& studio);
void fill_with_inks(Studio& studio);
void fill_with_skins(Studio& studio);

} // namespace healed::studio
