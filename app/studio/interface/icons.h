#pragma once

#include <imgui.h>

namespace healed::studio {

/// Drawn from lines, so that they stay sharp at every scale.
enum class Icon {
    None,
    New,
    Open,
    Save,
    Undo,
    Redo,
    Play,
    Pause,
    Export,
    Sheet,
    Search,
    Help,
    Close,
    Split,
    Side,
    Flip,
    Fade,
    Difference,
    Grid,
    Single,
    Orbit,
    Hairline,
    Brush,
    Eraser,
    Comb,
    Pin,
    Loupe,
    Light,
    Chevron,
    ChevronDown,
    Warning,
    Head,
    Trainer,
    Portfolio,
    Plus,
    Minus,
    Settings
};

/// Within a square of this size about a middle.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 middle, float size, ImU32 colour);

} // namespace healed::studio
