#include "interface/actions.h"

#include "base/error.h"
#include "document/words.h"
#include "interface/bookmarks.h"
#include "interface/brush_tool.h"
#include "interface/export.h"
#include "interface/files.h"
#include "interface/timeline.h"
#include "interface/trainer_panel.h"
#include "interface/viewport.h"

#include <imgui_internal.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace healed::studio {

namespace {

constexpr float orbit_step_deg = 8.0f, light_step_deg = 12.0f, zoom_step = 1.15f, scale_step = 0.25f;

template <Layout layout>
void lay_out(Studio& studio) {
    studio.comparison.layout = layout;
    // A second view that shows the same as the first compares nothing.
    if (layout != Layout::Single && !studio.comparison.panes[1].years &&
        std::abs(studio.time.years - healed_years) < 1e-3 && studio.comparison.panes[1] == Pane{})
        studio.time.years = 5.0;
}

template <Mode mode>
void turn_to(Studio& studio) {
    if (mode != Mode::Trainer)
        leave_mistake(studio);
    studio.mode = mode;
    studio.memory.mode = mode_words[static_cast<std::size_t>(mode)];
}

void go_to(Studio& studio, double years) {
    studio.time = {years, false};
}

void set_scale(Studio& studio, double scale) {
    studio.memory.scale = std::clamp(scale, smallest_scale, largest_scale);
    studio.wants_scale = true;
}

bool is_comparing(const Studio& studio) {
    return studio.comparison.layout != Layout::Single;
}

/// Takes a tool into the hand, or lays it down again.
template <Tool tool>
void take_up(Studio& studio) {
    studio.tool = studio.tool == tool ? Tool::Orbit : tool;
}

bool has_bookmarks(const Studio& studio) {
    return !studio.document.project().bookmarks.empty();
}

bool has_brush(const Studio& studio) {
    return is_brush(studio.tool);
}

/// The keys go on to the next part of the window, where arrows walk and Space presses.
void focus_next_part(Studio&) {
    constexpr const char* parts[] = {"top", "plan", "look", "timeline"};
    static std::size_t now = 0;
    for (std::size_t tried = 0; tried < std::size(parts); ++tried) {
        now = (now + 1) % std::size(parts);
        ImGuiWindow* window = ImGui::FindWindowByName(parts[now]);
        if (!window || !window->WasActive)
            continue;
        ImGui::FocusWindow(window);
        ImGui::NavInitWindow(window, true);
        ImGui::GetCurrentContext()->NavDisableHighlight = false;
        return;
    }
}

void cancel_work(Studio& studio) {
    studio.live->cancel();
    if (const auto errand = studio.errands->running())
        studio.errands->stop(errand->name);
}

using S = Studio;
constexpr unsigned both = Control | Shift;

/// The portfolio's matrix may have left a sheet behind.
void offer_picture(S& s) {
    if (std::exchange(s.wishes.kind, picture_kind) != picture_kind)
        s.wishes.file = export_kinds()[picture_kind].usual_file;
    s.dialogs.show(Dialog::Export);
}

const Action table[] = {
    {"file.new", Icon::New, GLFW_KEY_N, Control, [](S& s) { ask_for_new(s); }, nullptr},
    {"file.open", Icon::Open, GLFW_KEY_O, Control, [](S& s) { ask_for_open(s); }, nullptr},
    {"file.save", Icon::Save, GLFW_KEY_S, Control, [](S& s) { save(s); }, nullptr},
    {"file.save_as", Icon::Save, GLFW_KEY_S, both, [](S& s) { ask_for_save_as(s); }, nullptr},
    {"export.picture", Icon::Export, GLFW_KEY_E, Control, offer_picture, nullptr},
    {"edit.undo", Icon::Undo, GLFW_KEY_Z, Control, [](S& s) { s.document.undo(); },
     [](const S& s) { return s.document.history().can_undo(); }},
    {"edit.redo", Icon::Redo, GLFW_KEY_Z, both, [](S& s) { s.document.redo(); },
     [](const S& s) { return s.document.history().can_redo(); }},
    {"mode.client", Icon::Head, GLFW_KEY_F1, 0, turn_to<Mode::Client>, nullptr},
    {"mode.trainer", Icon::Trainer, GLFW_KEY_F2, 0, turn_to<Mode::Trainer>, nullptr},
    {"mode.portfolio", Icon::Portfolio, GLFW_KEY_F3, 0, turn_to<Mode::Portfolio>, nullptr},
    {"view.panels", Icon::None, GLFW_KEY_TAB, 0, [](S& s) { s.memory.panels = !s.memory.panels; }, nullptr},
    {"view.other_panel", Icon::Side, GLFW_KEY_F4, 0, [](S& s) { s.looks = !s.looks; }, nullptr},
    {"view.reset", Icon::Orbit, GLFW_KEY_R, 0, [](S& s) { stand_at(s.looking, s.looking.framing.camera); },
     nullptr},
    {"view.front", Icon::None, GLFW_KEY_1, 0, [](S& s) { stand_at(s.looking, "front"); }, nullptr},
    {"view.three_quarter", Icon::None, GLFW_KEY_2, 0, [](S& s) { stand_at(s.looking, "three-quarter"); },
     nullptr},
    {"view.side", Icon::None, GLFW_KEY_3, 0, [](S& s) { stand_at(s.looking, "side"); }, nullptr},
    {"view.crown", Icon::None, GLFW_KEY_4, 0, [](S& s) { stand_at(s.looking, "crown"); }, nullptr},
    {"view.hairline", Icon::None, GLFW_KEY_5, 0, [](S& s) { stand_at(s.looking, "hairline"); }, nullptr},
    {"view.macro", Icon::Loupe, GLFW_KEY_6, 0, [](S& s) { stand_at(s.looking, "macro"); }, nullptr},
    {"bookmark.keep", Icon::Pin, GLFW_KEY_B, Control, ask_bookmark_name, nullptr},
    {"bookmark.next", Icon::None, GLFW_KEY_N, 0, go_to_next_bookmark, has_bookmarks},
    {"bookmark.remove", Icon::Close, GLFW_KEY_B, both, [](S& s) { remove_bookmark(s, *bookmark_here(s)); },
     [](const S& s) { return bookmark_here(s).has_value(); }},
    {"view.left", Icon::None, GLFW_KEY_A, 0, [](S& s) { orbit(s.looking, -orbit_step_deg, 0); }, nullptr},
    {"view.right", Icon::None, GLFW_KEY_D, 0, [](S& s) { orbit(s.looking, orbit_step_deg, 0); }, nullptr},
    {"view.up", Icon::None, GLFW_KEY_W, 0, [](S& s) { orbit(s.looking, 0, orbit_step_deg); }, nullptr},
    {"view.down", Icon::None, GLFW_KEY_S, 0, [](S& s) { orbit(s.looking, 0, -orbit_step_deg); }, nullptr},
    {"view.nearer", Icon::Plus, GLFW_KEY_EQUAL, 0, [](S& s) { zoom(s.looking, zoom_step); }, nullptr},
    {"view.farther", Icon::Minus, GLFW_KEY_MINUS, 0, [](S& s) { zoom(s.looking, 1 / zoom_step); }, nullptr},
    {"view.light_left", Icon::Light, GLFW_KEY_J, 0, [](S& s) { turn_light(s.looking, -light_step_deg); },
     nullptr},
    {"view.light_right", Icon::Light, GLFW_KEY_L, 0, [](S& s) { turn_light(s.looking, light_step_deg); },
     nullptr},
    {"view.polarised", Icon::None, GLFW_KEY_X, 0, [](S& s) { s.looking.polarised = !s.looking.polarised; },
     nullptr},
    {"view.loupe", Icon::Loupe, GLFW_KEY_Z, 0, [](S& s) { s.looking.loupe = !s.looking.loupe; }, nullptr},
    {"tool.pin", Icon::Pin, GLFW_KEY_P, 0, take_up<Tool::Pin>, nullptr},
    {"tool.hairline", Icon::Hairline, GLFW_KEY_G, 0, take_up<Tool::Hairline>, nullptr},
    {"tool.density", Icon::Brush, GLFW_KEY_B, 0, take_up<Tool::Density>, nullptr},
    {"tool.comb", Icon::Comb, GLFW_KEY_C, 0, take_up<Tool::Comb>, nullptr},
    {"tool.erase", Icon::Eraser, GLFW_KEY_E, 0, take_up<Tool::Erase>, nullptr},
    {"brush.smaller", Icon::None, GLFW_KEY_LEFT_BRACKET, 0, [](S& s) { resize_brush(s.brush, false); },
     has_brush},
    {"brush.larger", Icon::None, GLFW_KEY_RIGHT_BRACKET, 0, [](S& s) { resize_brush(s.brush, true); },
     has_brush},
    {"brush.mirrored", Icon::None, GLFW_KEY_M, 0, [](S& s) { s.brush.mirrored = !s.brush.mirrored; },
     has_brush},
    {"tool.orbit", Icon::Orbit, GLFW_KEY_O, 0, [](S& s) { s.tool = Tool::Orbit; }, nullptr},
    {"view.next_part", Icon::None, GLFW_KEY_F6, 0, focus_next_part, nullptr},
    {"time.play", Icon::Play, GLFW_KEY_K, 0,
     [](S& s) {
         s.time.playing = !s.time.playing;
         if (s.time.playing && s.time.years >= latest_years)
             s.time.years = healed_years;
     },
     nullptr},
    {"time.earlier", Icon::None, GLFW_KEY_COMMA, 0, [](S& s) { step_time(s.time, false); }, nullptr},
    {"time.later", Icon::None, GLFW_KEY_PERIOD, 0, [](S& s) { step_time(s.time, true); }, nullptr},
    {"time.day0", Icon::None, GLFW_KEY_0, 0, [](S& s) { go_to(s, 0.0); }, nullptr},
    {"time.weeks4", Icon::None, 0, 0, [](S& s) { go_to(s, 28 / 365.25); }, nullptr},
    {"time.healed", Icon::None, GLFW_KEY_H, 0, [](S& s) { go_to(s, healed_years); }, nullptr},
    {"time.year1", Icon::None, 0, 0, [](S& s) { go_to(s, 1.0); }, nullptr},
    {"time.year3", Icon::None, 0, 0, [](S& s) { go_to(s, 3.0); }, nullptr},
    {"time.year5", Icon::None, GLFW_KEY_Y, 0, [](S& s) { go_to(s, 5.0); }, nullptr},
    {"time.year7", Icon::None, 0, 0, [](S& s) { go_to(s, 7.0); }, nullptr},
    {"compare.single", Icon::Single, GLFW_KEY_1, Shift, lay_out<Layout::Single>, nullptr},
    {"compare.split", Icon::Split, GLFW_KEY_2, Shift, lay_out<Layout::Split>, nullptr},
    {"compare.side", Icon::Side, GLFW_KEY_3, Shift, lay_out<Layout::Side>, nullptr},
    {"compare.flip", Icon::Flip, GLFW_KEY_4, Shift, lay_out<Layout::Flip>, nullptr},
    {"compare.fade", Icon::Fade, GLFW_KEY_5, Shift, lay_out<Layout::Fade>, nullptr},
    {"compare.difference", Icon::Difference, GLFW_KEY_6, Shift, lay_out<Layout::Difference>, nullptr},
    {"compare.grid", Icon::Grid, GLFW_KEY_7, Shift, lay_out<Layout::Grid>, nullptr},
    {"compare.turn_over", Icon::Flip, GLFW_KEY_F, 0,
     [](S& s) {
         if (s.comparison.layout != Layout::Flip)
             lay_out<Layout::Flip>(s);
         s.comparison.flipped = !s.comparison.flipped;
     },
     nullptr},
    {"compare.swap", Icon::None, GLFW_KEY_X, Shift,
     [](S& s) { std::swap(s.comparison.panes[0], s.comparison.panes[1]); }, is_comparing},
    {"work.cancel", Icon::Close, 0, 0, [](S& s) { cancel_work(s); }, [](const S& s) { return !!s.live; }},
    {"palette.open", Icon::Search, GLFW_KEY_P, Control, [](S& s) { s.dialogs.show(Dialog::Palette); },
     nullptr},
    {"help.shortcuts", Icon::Help, GLFW_KEY_SLASH, Shift, [](S& s) { s.dialogs.show(Dialog::Shortcuts); },
     nullptr},
    {"view.larger", Icon::None, GLFW_KEY_EQUAL, Control,
     [](S& s) { set_scale(s, s.memory.scale + scale_step); }, nullptr},
    {"view.smaller", Icon::None, GLFW_KEY_MINUS, Control,
     [](S& s) { set_scale(s, s.memory.scale - scale_step); }, nullptr},
    {"view.usual_size", Icon::None, GLFW_KEY_0, Control, [](S& s) { set_scale(s, 1.0); }, nullptr},
    {"app.quit", Icon::None, GLFW_KEY_Q, Control, [](S& s) { ask_for_quit(s); }, nullptr},
};

bool is_typing() {
    return ImGui::GetIO().WantTextInput;
}

/// Tab and the like belong to a field that is being typed in, or to the panel that the keys are in.
bool is_meant(const Action& action) {
    const ImGuiIO& io = ImGui::GetIO();
    const unsigned held = (io.KeyCtrl ? Control : 0u) | (io.KeyShift ? Shift : 0u);
    if (action.key == 0 || held != action.held || io.KeyAlt)
        return false;
    return ImGui::IsKeyPressed(action.key, (action.held & Control) == 0);
}

std::string key_name(int key) {
    switch (key) {
    case GLFW_KEY_TAB:
        return "Tab";
    case GLFW_KEY_EQUAL:
        return "+";
    case GLFW_KEY_MINUS:
        return "−";
    case GLFW_KEY_COMMA:
        return ",";
    case GLFW_KEY_PERIOD:
        return ".";
    case GLFW_KEY_SLASH:
        return "/";
    default:
        return key >= GLFW_KEY_F1 ? fmt::format("F{}", key - GLFW_KEY_F1 + 1)
                                  : std::string(1, static_cast<char>(key));
    }
}

} // namespace

std::span<const Action> actions() {
    return table;
}

const Action& action(std::string_view id) {
    const auto found = std::ranges::find_if(table, [&](const Action& one) { return id == one.id; });
    if (found == std::end(table))
        fail("action: \"{}\" is unknown", id);
    return *found;
}

bool can_run(const Studio& studio, std::string_view id) {
    const Action& wanted = action(id);
    return !wanted.can || wanted.can(studio);
}

void run_action(Studio& studio, std::string_view id) {
    if (can_run(studio, id))
        action(id).act(studio);
}

std::string shortcut_words(const Action& action) {
    if (action.key == 0)
        return {};
    return fmt::format("{}{}{}", action.held & Control ? "Ctrl+" : "", action.held & Shift ? "Shift+" : "",
                       key_name(action.key));
}

void run_shortcuts(Studio& studio) {
    if (is_typing() || studio.dialogs.open != Dialog::None)
        return;
    for (const Action& one : table)
        if (is_meant(one))
            return run_action(studio, one.id);
}

} // namespace healed::studio
