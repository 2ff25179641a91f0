#include "interface/plan_panel.h"

#include "document/words.h"
#include "interface/brush_tool.h"
#include "interface/fields.h"
#include "interface/ink_list.h"
#include "interface/marks.h"
#include "interface/panel_parts.h"
#include "interface/session_cards.h"
#include "interface/widgets.h"
#include "project/presets.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace healed::studio {

namespace {

using P = project::Project;

/// Skin of the six types as it looks in daylight (CIELAB of assets/skin, as `healed skin` tells them).
constexpr std::array<ImU32, 6> skin_chips{IM_COL32(236, 205, 183, 255), IM_COL32(220, 184, 157, 255),
                                          IM_COL32(201, 160, 131, 255), IM_COL32(170, 126, 98, 255),
                                          IM_COL32(124, 88, 68, 255),   IM_COL32(78, 58, 49, 255)};

void draw_skins(Studio& studio) {
    label("plan.skin", fmt::format("{} {}", say("plan.skin_type"),
                                   skin_types[studio.document.project().client.fitzpatrick - 1]));
    const float width = ImGui::GetContentRegionAvail().x, each = width / 6.0f;
    for (int i = 0; i < 6; ++i) {
        if (i > 0)
            ImGui::SameLine(0, 0);
        const std::string name = fmt::format("plan.skin.{}", skin_types[i]);
        const ImVec2 low = ImGui::GetCursorScreenPos();
        if (ImGui::InvisibleButton(name.c_str(), {each, px(34)}))
            studio.edit("step.skin", "", [&](P& p) { project::set_fitzpatrick(p, skin_types[i]); });
        marks().put_item(name);
        hint("plan.skin");
        const bool chosen = studio.document.project().client.fitzpatrick == i + 1;
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const ImVec2 from(low.x + px(2), low.y + px(2)), to(low.x + each - px(2), low.y + px(32));
        list.AddRectFilled(from, to, skin_chips[static_cast<std::size_t>(i)], px(5));
        if (chosen || ImGui::IsItemHovered() || ImGui::IsItemFocused())
            list.AddRect(from, to, chosen ? paint::accent : paint::quiet, px(5), 0, px(chosen ? 2.5f : 1.5f));
    }
}

void draw_client(Studio& studio) {
    if (!section("plan.client"))
        return;
    draw_skins(studio);
    gap();
    label("plan.loss");
    const std::array<std::string, 8> stages{"I", "II", "III", "III vertex", "IV", "V", "VI", "VII"};
    auto chosen = static_cast<std::size_t>(studio.document.project().plan.norwood);
    if (pick("plan.norwood", chosen, stages))
        studio.edit("step.loss", "", [&](P& p) { p.plan.norwood = static_cast<treatment::Norwood>(chosen); });
    if (studio.mode == Mode::Trainer)
        draw_fields(studio, hair_fields());
}

/// Which of the named hairlines the plan has; none for one of its own.
std::optional<std::size_t> named_hairline(const Studio& studio) {
    const treatment::Hairline& own = studio.document.project().plan.hairline;
    const auto& named = studio.catalogue.hairline_presets;
    const auto found = std::ranges::find_if(named, [&](const project::HairlinePreset& one) {
        const treatment::Hairline& line = one.hairline;
        return own.curve.empty() && line.curve.empty() &&
               std::tie(line.height_over_brow_mm, line.temple_recession_mm, line.width_mm,
                        line.irregularity_mm, line.feather_mm, line.temple_angle_deg) ==
                   std::tie(own.height_over_brow_mm, own.temple_recession_mm, own.width_mm,
                            own.irregularity_mm, own.feather_mm, own.temple_angle_deg);
    });
    if (found == named.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - named.begin());
}

void draw_hairline(Studio& studio) {
    if (!section("plan.hairline"))
        return;
    const bool drawn = !studio.document.project().plan.hairline.curve.empty();
    label("plan.hairline_named");
    std::vector<std::string> names = titles(studio.catalogue.hairlines);
    names.emplace_back(say("plan.hairline_own"));
    const std::size_t own = names.size() - 1;
    std::size_t chosen = named_hairline(studio).value_or(own);
    if (pick("plan.hairline_preset", chosen, names) && chosen != own)
        studio.edit("step.hairline", "",
                    [&](P& p) { p.plan.hairline = studio.catalogue.hairline_presets[chosen].hairline; });
    if (button("tool.hairline", Icon::Hairline,
               studio.tool == Tool::Hairline ? ButtonLook::Chosen : ButtonLook::Plain,
               ImGui::GetContentRegionAvail().x))
        studio.tool = studio.tool == Tool::Hairline ? Tool::Orbit : Tool::Hairline;
    if (drawn && button("plan.hairline_even", Icon::Undo, ButtonLook::Bare))
        studio.edit("step.hairline_even", "", [](P& p) { p.plan.hairline.curve.clear(); });
    draw_fields(studio, hairline_fields());
}

void draw_painting(Studio& studio) {
    if (!section("plan.painting", studio.mode == Mode::Client || is_brush(studio.tool)))
        return;
    draw_brush_fields(studio);
    const std::size_t strokes = studio.document.project().plan.strokes.size();
    if (strokes > 0 && button("painting.clear", Icon::Close, ButtonLook::Bare))
        studio.edit("step.painting_cleared", "", [](P& p) { p.plan.strokes.clear(); });
}

void draw_zones(Studio& studio) {
    if (!section("plan.zones", false))
        return;
    constexpr std::array<const char*, treatment::region_count> keys{"zone.front", "zone.mid_scalp",
                                                                    "zone.crown", "zone.sides", "zone.back"};
    for (std::size_t i = 0; i < keys.size(); ++i)
        draw_number(studio, keys[i], keys[i], 100.0 * studio.document.project().plan.zones[i].density, 0, 200,
                    "%.0f %%", [i](P& p, double v) { p.plan.zones[i].density = 0.01 * v; });
}

/// Habits are asked as one asks a person.
void draw_habits(Studio& studio) {
    if (!section("plan.habits", studio.mode == Mode::Client))
        return;
    const std::array<const char*, 3> often{say("answer.never"), say("answer.sometimes"), say("answer.daily")};
    const aging::Client& client = studio.document.project().client;
    label("habit.sunscreen");
    int sunscreen = static_cast<int>(client.protection);
    if (choice("habit.sunscreen", sunscreen, often))
        studio.edit("step.sunscreen", "",
                    [&](P& p) { p.client.protection = static_cast<aging::Protection>(sunscreen); });
    label("habit.hat");
    int hat = static_cast<int>(client.hat);
    if (choice("habit.hat", hat, often))
        studio.edit("step.hat", "", [&](P& p) { p.client.hat = static_cast<aging::Protection>(hat); });
    draw_fields(studio, habit_fields());
    bool smokes = client.smoker;
    if (toggle("habit.smoker", smokes))
        studio.edit("step.smoker", "", [&](P& p) { p.client.smoker = smokes; });
}

void draw_needle(Studio& studio) {
    if (!section("plan.needle", studio.mode == Mode::Trainer))
        return;
    draw_fields(studio, needle_fields());
    if (studio.mode == Mode::Trainer)
        draw_fields(studio, hand_fields());
}

constexpr PanelPart parts[] = {
    {InAll, draw_client},   {InTrainer, draw_needle}, {InAll, draw_hairline},
    {InAll, draw_painting}, {InAll, draw_inks},       {InAll, draw_habits},
    {InAll, draw_zones},    {InAll, draw_sessions},   {InClient | InPortfolio, draw_needle}};

} // namespace

void draw_plan_panel(Studio& studio, Area area) {
    ImGui::SetNextWindowPos(area.low);
    ImGui::SetNextWindowSize({area.width(), area.height()});
    ImGui::Begin("plan", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings);
    // What is folded away in one mode is not in another.
    ImGui::PushID(static_cast<int>(studio.mode));
    draw_parts(studio, parts);
    ImGui::PopID();
    gap(20);
    ImGui::End();
}

} // namespace healed::studio
