#include "interface/pane_list.h"

#include "document/words.h"
#include "interface/files.h"
#include "interface/widgets.h"

#include <array>

namespace healed::studio {

namespace {

constexpr std::array<double, 7> offered_years{0.0, healed_years, 1, 3, 5, 7, 10};

/// The window's plan, the one that was chosen, others that were open of late, or any file.
void draw_plan_of(Studio& studio, std::size_t i, const std::string& name) {
    const Pane& pane = studio.comparison.panes[i];
    std::vector<std::string> words{say("pane.plan_of_window")};
    if (pane.other)
        words.push_back(pane.other_title);
    const std::size_t first_recent = words.size();
    for (const std::string& file : studio.memory.recent)
        words.push_back(std::filesystem::path(file).filename().string());
    words.emplace_back(say("pane.plan_of_file"));
    std::size_t chosen = pane.other ? 1 : 0;
    const bool picked = pick(name + ".plan", chosen, words);
    hint_of("pane.plan");
    if (!picked)
        return;
    if (chosen + 1 == words.size())
        ask_for_view(studio, i);
    else if (chosen >= first_recent)
        open_in_view(studio, i, studio.memory.recent[chosen - first_recent]);
    else if (chosen == 0)
        studio.comparison.panes[i].other.reset();
}

void draw_time_of(Pane& pane, const std::string& name) {
    std::vector<std::string> words{say("pane.time_of_line")};
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < offered_years.size(); ++i) {
        words.push_back(time_words(offered_years[i]));
        if (pane.years && *pane.years == offered_years[i])
            chosen = i + 1;
    }
    const bool picked = pick(name + ".time", chosen, words);
    hint_of("pane.time");
    if (picked)
        pane.years = chosen == 0 ? std::nullopt : std::optional(offered_years[chosen - 1]);
}

void draw_ink_of(const Studio& studio, Pane& pane, const std::string& name) {
    std::vector<std::string> words{say("pane.ink_of_plan")};
    for (const Entry& ink : studio.catalogue.inks)
        words.push_back(ink.title);
    std::size_t chosen = pane.ink.empty() ? 0 : place_of(studio.catalogue.inks, pane.ink) + 1;
    const bool picked = pick(name + ".ink", chosen, words);
    hint_of("pane.ink");
    if (picked)
        pane.ink = chosen == 0 ? std::string() : studio.catalogue.inks[chosen - 1].name;
}

void draw_skin_of(Pane& pane, const std::string& name) {
    std::vector<std::string> words{say("pane.skin_of_plan")};
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < std::size(skin_types); ++i) {
        words.push_back(fmt::format("{} {}", say("pane.skin"), skin_types[i]));
        if (pane.skin == skin_types[i])
            chosen = i + 1;
    }
    const bool picked = pick(name + ".skin", chosen, words);
    hint_of("pane.skin");
    if (picked)
        pane.skin = chosen == 0 ? std::string() : skin_types[chosen - 1];
}

std::vector<Pane> panes(std::size_t count) {
    return std::vector<Pane>(count);
}

} // namespace

void fill_with_times(Studio& studio) {
    constexpr std::array<double, 6> years{healed_years, 1, 3, 5, 7, 10};
    studio.comparison.panes = panes(years.size());
    for (std::size_t i = 0; i < years.size(); ++i)
        studio.comparison.panes[i].years = years[i];
    studio.comparison.columns = 3;
}

void fill_with_inks(Studio& studio) {
    const std::size_t count = std::min<std::size_t>(studio.catalogue.inks.size(), 9);
    studio.comparison.panes = panes(count);
    for (std::size_t i = 0; i < count; ++i)
        studio.comparison.panes[i].ink = studio.catalogue.inks[i].name;
    studio.comparison.columns = 3;
}

void fill_with_skins(Studio& studio) {
    studio.comparison.panes = panes(std::size(skin_types));
    for (std::size_t i = 0; i < std::size(skin_types); ++i)
        studio.comparison.panes[i].skin = skin_types[i];
    studio.comparison.columns = 3;
}

void draw_pane_list(Studio& studio) {
    Comparison& comparison = studio.comparison;
    const bool grid = comparison.layout == Layout::Grid;
    if (grid) {
        gap();
        if (button("compare.fill_times"))
            fill_with_times(studio);
        ImGui::SameLine();
        if (button("compare.fill_inks"))
            fill_with_inks(studio);
        ImGui::SameLine();
        if (button("compare.fill_skins"))
            fill_with_skins(studio);
        double columns = comparison.columns;
        if (slider("compare.columns", columns, 1, 4, "%.0f").changed)
            comparison.columns = static_cast<int>(columns + 0.5);
    }
    const std::size_t shown = grid ? comparison.panes.size() : 2;
    for (std::size_t i = 0; i < shown; ++i) {
        const std::string name = fmt::format("pane.{}", i);
        gap();
        quiet_text(fmt::format("{} {}", say("pane.title"), static_cast<char>('A' + i)));
        draw_plan_of(studio, i, name);
        draw_time_of(comparison.panes[i], name);
        draw_ink_of(studio, comparison.panes[i], name);
        draw_skin_of(comparison.panes[i], name);
    }
    if (!grid)
        return;
    gap();
    if (comparison.panes.size() < Comparison::most_panes && button("pane.add", Icon::Plus))
        comparison.panes.emplace_back();
    if (comparison.panes.size() <= 2)
        return;
    ImGui::SameLine();
    if (button("pane.remove", Icon::Minus))
        comparison.panes.pop_back();
}

} // namespace healed::studio
