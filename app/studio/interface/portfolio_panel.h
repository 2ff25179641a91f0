#pragma once

#include "interface/studio.h"

namespace healed::studio {

/// The matrix of a portfolio: which inks, skins, cameras and times, and the sheet that comes of them.
void draw_matrix(Studio& studio);

} // namespace healed::studio
