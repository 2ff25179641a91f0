#include "interface/event_markers.h"

#include "document/words.h"
#include "interface/marks.h"
#include "interface/timeline.h"
#include "interface/widgets.h"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace healed::studio {

namespace {

enum class Kind { TouchUp, Laser, Habit, Season, Hair };
constexpr std::array<const char*, 5> kind_keys{"event.touch_up", "event.laser", "event.habit", "event.season",
                                               "event.hair"};
constexpr double earliest_years = 0.02;

/// One of the plan's events: which list it is in, where in it, and when.
struct Marker {
    Kind kind;
    std::size_t index;
    double years;
};

std::vector<Marker> markers_of(const project::Project& project) {
    std::vector<Marker> all;
    const auto add = [&](Kind kind, const auto& events) {
        for (std::size_t i = 0; i < events.size(); ++i)
            all.push_back({kind, i, events[i].at_years});
    };
    add(Kind::TouchUp, project.plan.touch_ups);
    add(Kind::Laser, project.plan.laser_passes);
    add(Kind::Habit, project.client.changes);
    add(Kind::Season, project.client.seasons);
    add(Kind::Hair, project.plan.hair_changes);
    return all;
}

double& time_of(project::Project& project, const Marker& marker) {
    switch (marker.kind) {
    case Kind::TouchUp:
        return project.plan.touch_ups[marker.index].at_years;
    case Kind::Laser:
        return project.plan.laser_passes[marker.index].at_years;
    case Kind::Habit:
        return project.client.changes[marker.index].at_years;
    case Kind::Season:
        return project.client.seasons[marker.index].at_years;
    default:
        return project.plan.hair_changes[marker.index].at_years;
    }
}

template <typename List>
void drop_from(List& list, std::size_t index) {
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
}

void remove(project::Project& project, const Marker& marker) {
    switch (marker.kind) {
    case Kind::TouchUp:
        return drop_from(project.plan.touch_ups, marker.index);
    case Kind::Laser:
        return drop_from(project.plan.laser_passes, marker.index);
    case Kind::Habit:
        return drop_from(project.client.changes, marker.index);
    case Kind::Season:
        return drop_from(project.client.seasons, marker.index);
    case Kind::Hair:
        return drop_from(project.plan.hair_changes, marker.index);
    }
}

void add(project::Project& project, Kind kind, double years) {
    switch (kind) {
    case Kind::TouchUp:
        project.plan.touch_ups.push_back({.at_years = years, .ink = project.plan.sessions.back().ink});
        break;
    case Kind::Laser:
        project.plan.laser_passes.push_back({.at_years = years});
        break;
    case Kind::Habit:
        project.client.changes.push_back(
            {.at_years = years, .habits = {.protection = aging::Protection::Daily}});
        break;
    case Kind::Season:
        project.client.seasons.push_back({.at_years = years, .habits = {.outdoor_fraction = 0.2}});
        break;
    case Kind::Hair:
        project.plan.hair_changes.push_back({.at_years = years, .norwood = treatment::Norwood::VI});
        break;
    }
}

/// A shape of its own for each kind: colour alone does not say it.
void draw_sign(ImDrawList& list, Kind kind, ImVec2 at, bool lively) {
    const float r = px(lively ? 7.0f : 6.0f);
    const ImU32 ink = lively ? paint::text : paint::warm;
    switch (kind) {
    case Kind::TouchUp:
        list.AddCircleFilled(at, r, ink);
        break;
    case Kind::Laser:
        list.AddTriangleFilled({at.x - r, at.y + r}, {at.x + r, at.y + r}, {at.x, at.y - r}, ink);
        break;
    case Kind::Habit:
        list.AddRectFilled({at.x - r, at.y - r}, {at.x + r, at.y + r}, ink, px(2));
        break;
    case Kind::Season:
        draw_icon(list, Icon::Light, at, 2.6f * r, ink);
        break;
    case Kind::Hair:
        draw_icon(list, Icon::Head, at, 2.6f * r, ink);
        break;
    }
}

void draw_settings(Studio& studio, const Marker& marker) {
    label(kind_keys[static_cast<std::size_t>(marker.kind)], time_words(marker.years));
    ImGui::Dummy({px(240), 0});
    const auto slide = [&](const char* key, double value, double low, double high, const char* format,
                           const std::function<void(project::Project&, double)>& set) {
        const Slide moved = slider(key, value, low, high, format);
        if (moved.changed)
            studio.edit("step.event", key, [&](project::Project& project) { set(project, value); });
        if (moved.ended)
            studio.document.end_gesture();
    };
    const project::Project& project = studio.document.project();
    if (marker.kind == Kind::TouchUp) {
        slide("event.added_density", 100 * project.plan.touch_ups[marker.index].added_density, 2, 200,
              "%.0f %%", [&](project::Project& p, double v) {
                  p.plan.touch_ups[marker.index].added_density = 0.01 * v;
              });
        slide("event.shade", project.plan.touch_ups[marker.index].shade, 0.1, 3, "× %.2f",
              [&](project::Project& p, double v) { p.plan.touch_ups[marker.index].shade = v; });
    } else if (marker.kind == Kind::Laser) {
        slide("event.wavelength", project.plan.laser_passes[marker.index].wavelength_nm, 400, 1100, "%.0f nm",
              [&](project::Project& p, double v) { p.plan.laser_passes[marker.index].wavelength_nm = v; });
        slide("event.strength", project.plan.laser_passes[marker.index].strength, 0.1, 2, "× %.2f",
              [&](project::Project& p, double v) { p.plan.laser_passes[marker.index].strength = v; });
    } else if (marker.kind == Kind::Season) {
        slide("event.season_days", project.client.seasons[marker.index].days, 1, 365, "%.0f d",
              [&](project::Project& p, double v) { p.client.seasons[marker.index].days = v; });
    }
    if (button("event.remove", Icon::Close)) {
        studio.edit("step.event_remove", "", [&](project::Project& p) { remove(p, marker); });
        ImGui::CloseCurrentPopup();
    }
}

} // namespace

bool draw_event_markers(ImDrawList& list, Studio& studio, float left, float right, float y) {
    bool busy = false;
    const std::vector<Marker> markers = markers_of(studio.document.project());
    std::array<std::size_t, kind_keys.size()> of_kind{};
    for (const Marker& marker : markers) {
        if (marker.years < 0.0 || marker.years > latest_years)
            continue;
        const ImVec2 at(left + (right - left) * place_of_time(marker.years), y - px(24));
        const std::string name = fmt::format("{}.{}", kind_keys[static_cast<std::size_t>(marker.kind)],
                                             of_kind[static_cast<std::size_t>(marker.kind)]++);
        ImGui::SetCursorScreenPos({at.x - px(9), at.y - px(9)});
        ImGui::InvisibleButton(name.c_str(), {px(18), px(18)});
        marks().put_item(name);
        marks().explain();
        const bool held = ImGui::IsItemActive();
        busy |= held;
        if (held && ImGui::IsMouseDragging(0, px(3))) {
            const float place = (ImGui::GetIO().MousePos.x - left) / (right - left);
            const double years = std::max(time_at(std::clamp(place, 0.0f, 1.0f)), earliest_years);
            studio.edit("step.event_move", name, [&](project::Project& p) { time_of(p, marker) = years; });
        }
        if (ImGui::IsItemDeactivated()) {
            studio.document.end_gesture();
            if (!ImGui::IsMouseDragPastThreshold(0, px(3)))
                ImGui::OpenPopup((name + ".settings").c_str());
        }
        list.AddLine({at.x, at.y}, {at.x, y - px(3)}, faded(paint::warm, 0.6f));
        draw_sign(list, marker.kind, at, held || ImGui::IsItemHovered());
        hint_words(fmt::format("{} · {}\n{}", say(kind_keys[static_cast<std::size_t>(marker.kind)]),
                               time_words(marker.years), say("event.how")));
        if (ImGui::BeginPopup((name + ".settings").c_str())) {
            draw_settings(studio, marker);
            ImGui::EndPopup();
        }
    }
    return busy;
}

void draw_event_menu(Studio& studio) {
    ImGui::SameLine(0, px(18));
    if (button("event.add", Icon::Plus))
        ImGui::OpenPopup("add event");
    if (!ImGui::BeginPopup("add event"))
        return;
    const double years = std::max(studio.time.years, earliest_years);
    quiet_text(fmt::format("{} {}", say("event.add_at"), time_words(years)));
    for (std::size_t i = 0; i < kind_keys.size(); ++i)
        if (button(fmt::format("event.add.{}", i), Icon::None, ButtonLook::Plain, px(220), say(kind_keys[i]),
                   "event.add")) {
            studio.edit("step.event_add", "",
                        [&](project::Project& p) { add(p, static_cast<Kind>(i), years); });
            ImGui::CloseCurrentPopup();
        }
    ImGui::EndPopup();
}

} // namespace healed::studio
