#include "interface/ink_list.h"

#include "document/words.h"
#include "interface/bench.h"
#include "interface/marks.h"
#include "interface/plotting.h"
#include "interface/widgets.h"

namespace healed::studio {

namespace {

void draw_ink(Studio& studio, const Entry& ink, bool chosen) {
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
    if (chosen || ImGui::IsItemHovered() || ImGui::IsItemFocused())
        list.AddRectFilled(low, high, chosen ? paint::accent_soft : paint::hovered, px(6));
    ImFont* font = letters(Letters::Small);
    list.AddText(font, font->FontSize, {low.x + px(10), low.y + 0.5f * (px(34) - font->FontSize)},
                 paint::text, fitted(*font, ink.title, width - px(88)).c_str());
    const auto years = studio.answers->swatches.find(ink.name);
    for (std::size_t i = 0; years != studio.answers->swatches.end() && i < years->second.size(); ++i) {
        const float left = high.x - px(22) * static_cast<float>(years->second.size() - i);
        list.AddRectFilled({left, low.y + px(8)}, {left + px(20), high.y - px(8)},
                           display_colour(years->second[i]), px(3));
    }
    hint_of("plan.inks");
}

} // namespace

void draw_inks(Studio& studio) {
    if (!section("plan.inks", studio.mode != Mode::Trainer))
        return;
    ask_swatches(studio);
    label("ink.years", say("ink.swatches"));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, px(2)});
    const std::string& chosen = studio.document.project().plan.sessions.back().ink;
    for (const Entry& ink : studio.catalogue.inks)
        draw_ink(studio, ink, ink.name == chosen);
    ImGui::PopStyleVar();
}

} // namespace healed::studio
