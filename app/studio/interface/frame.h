#pragma once

#include "interface/studio.h"

namespace healed::studio {

/// Draws one frame of the window between ImGui::NewFrame() and ImGui::Render(), and does what was asked for
/// in it.
void draw_frame(Studio& studio);

} // namespace healed::studio
