#pragma once

#include "interface/studio.h"

namespace healed::studio {

/// What happens after the sessions, as signs over the timeline that can be dragged; a right click or a second
/// click opens what can be set. True while the mouse works on one.
bool draw_event_markers(ImDrawList& list, Studio& studio, float left, float right, float y);

/// The button that adds what is to happen at the present time.
void draw_event_menu(Studio& studio);

} // namespace healed::studio
