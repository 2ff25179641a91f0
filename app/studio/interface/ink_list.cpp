#include "interface/ink_list.h"

#include "document/words.h"
#include "interface/bench.h"
#include "interface/marks.h"
#include "interface/plotting.h"
#include "interface/widgets.h"

#include <algorithm>

namespace healed::studio {

namespace {

/// By which of the sessions an ink is used.
enum class Chosen { No, BySome, ByAll };

void draw_ink(Studio& studio, const Entry& ink, Chosen chosen) {
    const std::string name = "ink." + ink.name;
    const float width = ImGui::GetContentRegionAvail().x;
    const ImVec2 low = ImGui::GetCursorScreenPos();
    if (ImGui::InvisibleButton(name.c_str(), {width, px(34)}))
        studio.edit("step.ink", "", [&](project::Project& p) {
            for (treatment::Session& session : p.plan.sessions)
                session.ink = ink.name;
        });
    marks().put_item(name);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 high(low.x + width, low.y + px(34));
    if (chosen == Chosen::ByAll || ImGui::IsItemHovered() || ImGui::IsItemFocused())
        list.AddRectFilled(low, high, chosen == Chosen::ByAll ? paint::accent_soft : paint::hovered, px(6));
    if (chosen == Chosen::BySome)
        list.AddRect(low, high, paint::accent_soft, px(6), 0, px(1.5f));
    ImFont* font = letters(Letters::Small);
    list.AddText(font, font->FontSize, {low.x + px(10), low.y + 0.5f * (px(34) - font->FontSize)},
                 paint::text, fitted(*font, ink.title, width - px(88)).c_str());
    draw_swatches(studio, ink.name, {high.x - px(2), low.y + px(8)}, px(18));
    hint_of("plan.inks");
}

} // namespace

void draw_swatches(const Studio& studio, const std::string& ink, ImVec2 top_right, float height) {
    const auto years = studio.answers->swatches.find(ink);
    for (std::size_t i = 0; years != studio.answers->swatches.end() && i < years->second.size(); ++i) {
        const float right = top_right.x - px(22) * static_cast<float>(years->second.size() - 1 - i);
        ImGui::GetWindowDrawList()->AddRectFilled({right - px(20), top_right.y},
                                                  {right, top_right.y + height},
                                                  display_colour(years->second[i]), px(3));
    }
}

void draw_inks(Studio& studio) {
    if (!section("plan.inks", studio.mode != Mode::Trainer))
        return;
    ask_swatches(studio);
    label("ink.years", say("ink.swatches"));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, px(2)});
    const std::vector<treatment::Session>& sessions = studio.document.project().plan.sessions;
    for (const Entry& ink : studio.catalogue.inks) {
        const auto count = std::ranges::count(sessions, ink.name, &treatment::Session::ink);
        draw_ink(studio, ink,
                 count == 0                                           ? Chosen::No
                 : static_cast<std::size_t>(count) == sessions.size() ? Chosen::ByAll
                                                                      : Chosen::BySome);
    }
    ImGui::PopStyleVar();
}

} // namespace healed::studio
