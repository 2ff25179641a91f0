#pragma once

#include "interface/studio.h"

namespace healed::studio {

/// The inks, each with what it looks like on this skin when healed, after three and after seven years.
void draw_inks(Studio& studio);

} // namespace healed::studio
