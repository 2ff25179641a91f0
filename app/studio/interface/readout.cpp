#include "interface/readout.h"

#include "document/words.h"
#include "interface/colour_of.h"
#include "interface/pointing.h"
#include "interface/theme.h"
#include "portfolio/labels.h"

#include <fmt/format.h>

namespace healed::studio {

namespace {

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

void draw_readout(ImDrawList& list, Studio& studio, Area view) {
    studio.readout.clear();
    const Stand stand = stand_of(studio, view);
    const std::shared_ptr<const Shown> first = shown_in(studio, 0);
    if (first && stand.layout != Layout::Difference)
        draw_scale_bar(list, *first, stand.areas.back());
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const std::optional<std::size_t> pane =
        ImGui::IsItemHovered() ? view_under(studio, stand, mouse) : std::nullopt;
    const std::shared_ptr<const Shown> shown = pane ? shown_in(studio, *pane) : nullptr;
    if (!shown)
        return;
    const PicturePlace at = place_in(stand.areas[*pane], mouse);
    const std::optional<color::Lab> lab = colour_of(*shown, at);
    if (!lab)
        return;
    studio.readout = {lab_words(*lab)};
    for (std::string& line : compared_lines(studio, *lab, *pane, stand.areas.size(), at))
        studio.readout.push_back(std::move(line));
    // The trainer's cut through the skin has the lower corner.
    const float bottom = studio.mode == Mode::Trainer ? view.low.y + px(94) : view.high.y - px(12);
    draw_lines(list, {view.low.x + px(12), bottom}, studio.readout);
}

} // namespace healed::studio
