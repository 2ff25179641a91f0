#include "interface/plotting.h"

#include "color/srgb.h"

#include <algorithm>

namespace healed::studio {

ImU32 display_colour(const color::Lab& lab) {
    const auto bytes =
        color::srgb_bytes(color::linear_srgb_from_xyz(color::xyz_from_lab(lab, color::srgb_white())));
    return IM_COL32(bytes[0], bytes[1], bytes[2], 255);
}

void plot_words(ImDrawList& list, ImVec2 at, const std::string& words, ImU32 ink, int side) {
    ImFont* font = letters(Letters::Small);
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e6f, 0, words.c_str());
    const float wanted = side > 0 ? at.x : side < 0 ? at.x - size.x : at.x - 0.5f * size.x;
    // At the edge of what is drawn they move aside rather than be cut.
    const float left = std::min(wanted, list.GetClipRectMax().x - size.x);
    list.AddText(font, font->FontSize, {left, at.y - 0.5f * size.y}, ink, words.c_str());
}

} // namespace healed::studio
