#include "interface/readout.h"

#include "document/words.h"
#include "interface/colour_of.h"
#include "interface/theme.h"
#include "portfolio/labels.h"

#include <fmt/format.h>

namespace healed::studio {

namespace {

bool holds(Area area, ImVec2 place) {
    return place.x >= area.low.x && place.x < area.high.x && place.y >= area.low.y && place.y < area.high.y;
}

/// Which pane's picture the cursor is over.
std::optional<std::size_t> pane_under(const Studio& studio, const std::vector<Area>& areas, Layout layout,
                                      ImVec2 place) {
    if (layout == Layout::Split && holds(areas.front(), place)) {
        const Area& area = areas.front();
        return place.x < area.low.x + studio.comparison.split * area.width() ? 0u : 1u;
    }
    if (layout == Layout::Flip && holds(areas.front(), place))
        return studio.comparison.flipped ? 1u : 0u;
    for (std::size_t i = 0; i < areas.size(); ++i)
        if (holds(areas[i], place))
            return i;
    return std::nullopt;
}

std::string lab_words(const color::Lab& lab) {
    return fmt::format("L* {:.1f}   a* {:.1f}   b* {:.1f}", lab.l, lab.a, lab.b);
}

void draw_lines(ImDrawList& list, ImVec2 low, const std::vector<std::string>& lines) {
    ImFont* font = letters(Letters::Small);
    float wide = 0;
    for (const std::string& line : lines)
        wide = std::max(wide, font->CalcTextSizeA(font->FontSize, 1e6f, 0, line.c_str()).x);
    const float step = font->FontSize + px(4), high = step * static_cast<float>(lines.size()) + px(8);
    list.AddRectFilled({low.x, low.y - high}, {low.x + wide + px(20), low.y}, IM_COL32(16, 17, 18, 200),
                       px(6));
    for (std::size_t i = 0; i < lines.size(); ++i)
        list.AddText(font, font->FontSize,
                     {low.x + px(10), low.y - high + px(5) + step * static_cast<float>(i)},
                     i == 0 ? paint::text : paint::quiet, lines[i].c_str());
}

void draw_scale_bar(ImDrawList& list, const Shown& shown, Area area) {
    const double longest_mm = 0.16 * shown.width_mm;
    const double bar_mm = portfolio::round_length_mm(longest_mm);
    const float bar = static_cast<float>(bar_mm / shown.width_mm) * area.width();
    const ImVec2 right(area.high.x - px(20), area.high.y - px(18));
    const std::string words =
        bar_mm >= 10.0 ? fmt::format("{:g} cm", bar_mm / 10.0) : fmt::format("{:g} mm", bar_mm);
    ImFont* font = letters(Letters::Small);
    const float wide = font->CalcTextSizeA(font->FontSize, 1e6f, 0, words.c_str()).x;
    const ImU32 ink = IM_COL32(255, 255, 255, 190);
    list.AddLine({right.x - bar, right.y}, right, ink, px(2));
    list.AddLine({right.x - bar, right.y - px(4)}, {right.x - bar, right.y + px(4)}, ink, px(2));
    list.AddLine({right.x, right.y - px(4)}, {right.x, right.y + px(4)}, ink, px(2));
    list.AddText(font, font->FontSize, {right.x - 0.5f * (bar + wide), right.y - px(20)}, ink, words.c_str());
}

std::shared_ptr<const Shown> shown_in(const Studio& studio, std::size_t pane) {
    const auto found = studio.textures.find(pane);
    return found == studio.textures.end() ? nullptr : found->second.shown;
}

/// How far the other panes are from this one, at the same place of the head.
std::vector<std::string> compared_lines(const Studio& studio, const color::Lab& here, std::size_t pane,
                                        std::size_t panes, PicturePlace at) {
    std::vector<std::string> lines;
    const std::size_t other = pane == 0 ? 1 : 0;
    const std::shared_ptr<const Shown> shown = panes > 1 ? shown_in(studio, other) : nullptr;
    if (const auto there = shown ? colour_of(*shown, at) : std::nullopt)
        lines.push_back(fmt::format("{} {:.1f}", say("readout.delta_e"), color::delta_e_2000(here, *there)));
    return lines;
}

} // namespace

void draw_readout(ImDrawList& list, Studio& studio, const std::vector<Area>& areas, Layout layout) {
    const std::shared_ptr<const Shown> first = shown_in(studio, 0);
    if (first && layout != Layout::Difference)
        draw_scale_bar(list, *first, areas.back());
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const std::optional<std::size_t> pane =
        ImGui::IsItemHovered() ? pane_under(studio, areas, layout, mouse) : std::nullopt;
    const std::shared_ptr<const Shown> shown = pane ? shown_in(studio, *pane) : nullptr;
    if (!shown)
        return;
    const Area& area = areas[*pane];
    const PicturePlace at{(mouse.x - area.low.x) / area.width(), (mouse.y - area.low.y) / area.height()};
    const std::optional<color::Lab> lab = colour_of(*shown, at);
    if (!lab)
        return;
    std::vector<std::string> lines{lab_words(*lab)};
    for (std::string& line : compared_lines(studio, *lab, *pane, areas.size(), at))
        lines.push_back(std::move(line));
    draw_lines(list, {areas.front().low.x + px(12), areas.back().high.y - px(12)}, lines);
}

} // namespace healed::studio
