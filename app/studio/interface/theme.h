#pragma once

#include <imgui.h>

namespace healed::studio {

/// The window's colours. Neutral, so that none of them leans on how skin looks.
namespace paint {
inline constexpr ImU32 ground = IM_COL32(24, 25, 27, 255);
inline constexpr ImU32 panel = IM_COL32(33, 34, 37, 255);
inline constexpr ImU32 raised = IM_COL32(46, 48, 52, 255);
inline constexpr ImU32 hovered = IM_COL32(58, 61, 66, 255);
inline constexpr ImU32 pressed = IM_COL32(70, 74, 80, 255);
inline constexpr ImU32 rule = IM_COL32(58, 60, 64, 255);
inline constexpr ImU32 text = IM_COL32(232, 233, 235, 255);
inline constexpr ImU32 quiet = IM_COL32(160, 163, 169, 255);
inline constexpr ImU32 faint = IM_COL32(112, 115, 121, 255);
inline constexpr ImU32 accent = IM_COL32(86, 180, 233, 255); ///< sky blue of Okabe & Ito
inline constexpr ImU32 accent_soft = IM_COL32(86, 180, 233, 70);
inline constexpr ImU32 warm = IM_COL32(230, 159, 0, 255); ///< their orange
inline constexpr ImU32 good = IM_COL32(0, 158, 115, 255); ///< their green
inline constexpr ImU32 bad = IM_COL32(213, 94, 0, 255);   ///< their vermilion
inline constexpr ImU32 shade = IM_COL32(0, 0, 0, 150);
} // namespace paint

/// The same colour at another opacity, 0 … 1.
ImU32 faded(ImU32 colour, float opacity);

enum class Letters { Small, Regular, Bold, Large };

/// Loads DejaVu Sans at a scale and sets every measure of the style for it. The atlas must be put on the
/// device again. Throws Error naming the package when the font is missing.
void set_theme(float scale);

/// Pixels of a measure that is told at scale 1.
float px(float at_scale_one);
ImFont* letters(Letters which);

} // namespace healed::studio
