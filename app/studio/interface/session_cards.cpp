#include "interface/session_cards.h"

#include "document/words.h"
#include "interface/bench.h"
#include "interface/fields.h"
#include "interface/ink_list.h"
#include "interface/widgets.h"

#include <cmath>
#include <fmt/format.h>

namespace healed::studio {

namespace {

using P = project::Project;

/// All sessions have one ink by the list above; a card gives its session one of its own.
void draw_ink(Studio& studio, std::size_t i, const std::string& name) {
    const std::vector<Entry>& inks = studio.catalogue.inks;
    const std::string& own = studio.document.project().plan.sessions[i].ink;
    const ImVec2 low = ImGui::GetCursorScreenPos();
    label("session.ink");
    draw_swatches(studio, own, {low.x + ImGui::GetContentRegionAvail().x, low.y}, px(14));
    std::size_t chosen = place_of(inks, own);
    const bool picked = pick(name + ".ink", chosen, titles(inks));
    hint_of("session.ink");
    if (picked)
        studio.edit("step.session_ink", "", [&](P& p) { p.plan.sessions[i].ink = inks[chosen].name; });
}

void draw_numbers(Studio& studio, std::size_t i, const std::string& name) {
    const std::vector<treatment::Session>& sessions = studio.document.project().plan.sessions;
    const treatment::Session& session = sessions[i];
    const bool is_last = i + 1 == sessions.size();
    if (i > 0)
        draw_number(studio, "session.day_field", name + ".day", session.day, sessions[i - 1].day + 1,
                    is_last ? std::max(180.0, session.day) : sessions[i + 1].day - 1, "%.0f d",
                    [i](P& p, double v) { p.plan.sessions[i].day = std::round(v); });
    draw_number(studio, "session.density", name + ".density", 100.0 * session.cumulative_density,
                i > 0 ? 100.0 * sessions[i - 1].cumulative_density : 5,
                is_last ? 200 : 100.0 * sessions[i + 1].cumulative_density, "%.0f %%",
                [i](P& p, double v) { p.plan.sessions[i].cumulative_density = 0.01 * v; });
    draw_number(studio, "session.shade", name + ".shade", session.shade, 0.1, 3, "× %.2f",
                [i](P& p, double v) { p.plan.sessions[i].shade = v; });
}

/// Its number and day at the top, what it does below.
void draw_card(Studio& studio, std::size_t i) {
    const std::string name = fmt::format("session.{}", i);
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::PushID(name.c_str());
    const ImVec2 low = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    ImGui::BeginGroup();
    ImGui::Dummy({width, px(4)});
    ImGui::Indent(px(10));
    ImGui::PushClipRect(low, {low.x + width, low.y + px(1000)}, true);
    quiet_text(fmt::format("{} {} · {} {:.0f}", say("session.title"), i + 1, say("session.day"),
                           studio.document.project().plan.sessions[i].day));
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {0, 0});
    if (ImGui::BeginTable("card", 1, ImGuiTableFlags_None, {width - px(20), 0})) {
        ImGui::TableNextColumn();
        draw_ink(studio, i, name);
        gap(4);
        draw_numbers(studio, i, name);
        ImGui::EndTable();
    }
    ImGui::PopStyleVar();
    ImGui::PopClipRect();
    ImGui::Unindent(px(10));
    ImGui::EndGroup();
    list.ChannelsSetCurrent(0);
    list.AddRectFilled(low, {low.x + width, ImGui::GetItemRectMax().y + px(4)}, faded(paint::raised, 0.55f),
                       px(8));
    list.ChannelsMerge();
    ImGui::PopID();
    gap(8);
}

} // namespace

void draw_sessions(Studio& studio) {
    if (!section("plan.sessions", false))
        return;
    ask_swatches(studio);
    for (std::size_t i = 0; i < studio.document.project().plan.sessions.size(); ++i)
        draw_card(studio, i);
    if (button("session.add", Icon::Plus))
        studio.edit("step.session_add", "", [](P& p) {
            treatment::Session next = p.plan.sessions.back();
            next.day += 21;
            p.plan.sessions.push_back(next);
        });
    if (studio.document.project().plan.sessions.size() < 2)
        return;
    ImGui::SameLine();
    if (button("session.remove", Icon::Minus))
        studio.edit("step.session_remove", "", [](P& p) { p.plan.sessions.pop_back(); });
}

} // namespace healed::studio
