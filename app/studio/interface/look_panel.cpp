#include "interface/look_panel.h"

#include "document/words.h"
#include "interface/actions.h"
#include "interface/bookmarks.h"
#include "interface/forecast_strip.h"
#include "interface/marks.h"
#include "interface/pane_list.h"
#include "interface/panel_parts.h"
#include "interface/portfolio_panel.h"
#include "interface/probe.h"
#include "interface/trainer_panel.h"
#include "interface/widgets.h"

#include <algorithm>
#include <array>

namespace healed::studio {

namespace {

/// Of daylight, where CIE's begins; the slider's end below it leaves the balance to the light.
constexpr double lowest_balance_k = 4000;

void draw_camera(Studio& studio) {
    if (!section("look.camera"))
        return;
    constexpr std::array<const char*, 6> views{"view.front", "view.three_quarter", "view.side",
                                               "view.crown", "view.hairline",      "view.macro"};
    const float width = (ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ItemSpacing.x) / 2;
    for (std::size_t i = 0; i < views.size(); ++i) {
        if (i % 2 == 1)
            ImGui::SameLine();
        if (button(views[i], Icon::None, ButtonLook::Plain, width))
            run_action(studio, views[i]);
    }
    double azimuth = static_cast<double>(studio.looking.framing.azimuth_deg);
    if (slider("look.azimuth", azimuth, -180, 180, "%.0f°").changed)
        studio.looking.framing.azimuth_deg = static_cast<float>(azimuth);
    double elevation = static_cast<double>(studio.looking.framing.elevation_deg);
    if (slider("look.elevation", elevation, -85, 85, "%.0f°").changed)
        studio.looking.framing.elevation_deg = static_cast<float>(elevation);
    double height = static_cast<double>(studio.looking.framing.frame_height_mm);
    const bool close = studio.looking.framing.aim == render::Aim::Place;
    if (slider("look.height", height, close ? 1.5 : 40, close ? 7 : 600, close ? "%.1f mm" : "%.0f mm", true)
            .changed)
        studio.looking.framing.frame_height_mm = static_cast<float>(height);
    double lens = static_cast<double>(studio.looking.framing.focal_length_mm);
    if (slider("look.lens", lens, 20, 400, "%.0f mm", true).changed)
        studio.looking.framing.focal_length_mm = static_cast<float>(lens);
    gap();
    draw_bookmarks(studio);
}

/// Those of assets, and pictures of surroundings that were dropped on the window.
std::vector<Entry> all_rigs(const Studio& studio) {
    std::vector<Entry> all = studio.catalogue.rigs;
    for (const std::string& file : studio.memory.lights)
        all.push_back({file, std::filesystem::path(file).filename().string()});
    return all;
}

void draw_light(Studio& studio) {
    if (!section("look.light"))
        return;
    const std::vector<Entry> rigs = all_rigs(studio);
    std::size_t chosen = place_of(rigs, studio.looking.rig);
    if (pick("look.rig", chosen, titles(rigs)))
        studio.looking.rig = rigs[chosen].name;
    double azimuth = static_cast<double>(studio.looking.light_azimuth_deg);
    if (slider("look.light_azimuth", azimuth, -180, 180, "%.0f°").changed)
        studio.looking.light_azimuth_deg = static_cast<float>(azimuth);
    render::Development& development = studio.looking.development;
    double stops = static_cast<double>(development.exposure_stops);
    if (slider("look.exposure", stops, -2, 2, "%+.1f EV").changed)
        development.exposure_stops = static_cast<float>(stops);
    double kelvin = std::max(static_cast<double>(development.white_balance_k), lowest_balance_k);
    const char* words = development.white_balance_k > 0.0f ? "%.0f K" : say("look.balance_of_light");
    if (slider("look.white_balance", kelvin, lowest_balance_k, 10000, words).changed)
        development.white_balance_k = kelvin > lowest_balance_k ? static_cast<float>(kelvin) : 0.0f;
    toggle("look.polarised", studio.looking.polarised);
}

void draw_measure(Studio& studio) {
    if (!section("look.measure"))
        return;
    if (button("tool.pin", Icon::Pin, studio.tool == Tool::Pin ? ButtonLook::Chosen : ButtonLook::Plain,
               ImGui::GetContentRegionAvail().x))
        run_action(studio, "tool.pin");
    toggle("look.loupe", studio.looking.loupe);
}

void draw_skin(Studio& studio) {
    if (!section("look.skin", false))
        return;
    render::Gloss& gloss = studio.looking.gloss;
    const auto share = [](std::string_view key, float& value, double low, double high) {
        double percent = 100.0 * static_cast<double>(value);
        if (slider(key, percent, low, high, "%.0f %%").changed)
            value = static_cast<float>(percent / 100.0);
    };
    share("look.oil", gloss.oil, 0, 200);
    share("look.roughness", gloss.roughness, 50, 200);
    share("look.wet", gloss.wet, 0, 100);
    share("look.sunscreen", gloss.sunscreen, 0, 100);
}

void draw_compare(Studio& studio) {
    if (!section("look.compare"))
        return;
    constexpr std::array<std::pair<const char*, Icon>, 7> layouts{{{"compare.single", Icon::Single},
                                                                   {"compare.split", Icon::Split},
                                                                   {"compare.side", Icon::Side},
                                                                   {"compare.flip", Icon::Flip},
                                                                   {"compare.fade", Icon::Fade},
                                                                   {"compare.difference", Icon::Difference},
                                                                   {"compare.grid", Icon::Grid}}};
    const float width = (ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ItemSpacing.x) / 2;
    for (std::size_t i = 0; i < layouts.size(); ++i) {
        if (i % 2 == 1)
            ImGui::SameLine();
        const bool here = static_cast<std::size_t>(studio.comparison.layout) == i;
        if (button(layouts[i].first, layouts[i].second, here ? ButtonLook::Chosen : ButtonLook::Plain, width))
            run_action(studio, layouts[i].first);
    }
    if (studio.comparison.layout == Layout::Fade) {
        double fade = 100.0 * static_cast<double>(studio.comparison.fade);
        if (slider("compare.fade_share", fade, 0, 100, "%.0f %%").changed)
            studio.comparison.fade = static_cast<float>(0.01 * fade);
    }
    if (studio.comparison.layout != Layout::Single)
        draw_pane_list(studio);
}

constexpr PanelPart parts[] = {
    {InAll, draw_explanation}, {InPortfolio, draw_matrix}, {InTrainer, draw_mistakes},
    {InTrainer, draw_blues},   {InClient, draw_compare},   {InClient, draw_forecast_advice},
    {InAll, draw_camera},      {InAll, draw_light},        {InAll, draw_skin},
    {InAll, draw_measure},     {InTrainer, draw_compare}};

} // namespace

void draw_look_panel(Studio& studio, Area area) {
    ImGui::SetNextWindowPos(area.low);
    ImGui::SetNextWindowSize({area.width(), area.height()});
    ImGui::Begin("look", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings);
    draw_parts(studio, parts);
    gap(20);
    ImGui::End();
}

} // namespace healed::studio
