#pragma once

#include "interface/studio.h"

namespace healed::studio {

/// The button of the window's own settings, and what it folds out: language and size of letters.
void draw_settings(Studio& studio);

} // namespace healed::studio
