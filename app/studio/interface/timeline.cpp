#include "interface/timeline.h"

#include "document/words.h"
#include "interface/actions.h"
#include "interface/event_markers.h"
#include "interface/forecast_strip.h"
#include "interface/marks.h"
#include "interface/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace healed::studio {

namespace {

constexpr double days_per_year = 365.25;
/// Up to about here the line is even, beyond it shrinks as the logarithm does.
constexpr double even_days = 3.0;
constexpr std::array<double, 11> stop_years{
    0.0, 7 / days_per_year, 28 / days_per_year, healed_years, 0.5, 1, 3, 5, 7, 10, 20};
/// The line from its beginning to its end in so many seconds of playing.
constexpr double playing_s = 12.0;

struct Tick {
    double years;
    const char* key; ///< of its word; none for a small tick
};
constexpr std::array<Tick, 16> ticks{{{0, "time.tick.0"},
                                      {3 / days_per_year, "time.tick.3d"},
                                      {7 / days_per_year, "time.tick.1w"},
                                      {14 / days_per_year, "time.tick.2w"},
                                      {28 / days_per_year, "time.tick.4w"},
                                      {60 / days_per_year, nullptr},
                                      {0.25, "time.tick.3m"},
                                      {0.5, "time.tick.6m"},
                                      {1, "time.tick.1y"},
                                      {2, "time.tick.2y"},
                                      {3, "time.tick.3y"},
                                      {4, nullptr},
                                      {5, "time.tick.5y"},
                                      {7, "time.tick.7y"},
                                      {10, "time.tick.10y"},
                                      {20, "time.tick.20y"}}};

/// The line itself, in pixels.
struct Line {
    float left, right, y;
    float x(double years) const { return left + (right - left) * place_of_time(years); }
    double years(float at) const { return time_at(std::clamp((at - left) / (right - left), 0.0f, 1.0f)); }
};

void draw_ticks(ImDrawList& list, const Line& line) {
    ImFont* font = letters(Letters::Small);
    for (const Tick& tick : ticks) {
        const float x = line.x(tick.years);
        list.AddLine({x, line.y + px(8)}, {x, line.y + px(tick.key ? 14 : 11)}, paint::faint);
        if (!tick.key)
            continue;
        const char* words = say(tick.key);
        const float wide = font->CalcTextSizeA(font->FontSize, 1e6f, 0, words).x;
        list.AddText(font, font->FontSize, {x - 0.5f * wide, line.y + px(16)}, paint::quiet, words);
    }
}

/// The weeks in which a plan heals are of another colour: what is seen in them passes.
void draw_line(ImDrawList& list, const Line& line, const Studio& studio) {
    const float healed = line.x(healed_years), now = line.x(studio.time.years);
    list.AddRectFilled({line.left, line.y - px(3)}, {line.right, line.y + px(3)}, paint::hovered, px(3));
    list.AddRectFilled({line.left, line.y - px(3)}, {healed, line.y + px(3)}, faded(paint::warm, 0.45f),
                       px(3));
    if (now > healed)
        list.AddRectFilled({healed, line.y - px(3)}, {now, line.y + px(3)}, faded(paint::accent, 0.8f));
    list.AddCircleFilled({healed, line.y}, px(5), paint::panel);
    list.AddCircle({healed, line.y}, px(5), paint::accent, 0, px(2));
    for (const Pane& pane : studio.comparison.panes)
        if (studio.comparison.layout != Layout::Single && pane.years)
            list.AddTriangleFilled({line.x(*pane.years) - px(5), line.y - px(14)},
                                   {line.x(*pane.years) + px(5), line.y - px(14)},
                                   {line.x(*pane.years), line.y - px(6)}, paint::quiet);
}

void draw_knob(ImDrawList& list, const Line& line, double years, bool lively) {
    const float x = line.x(years);
    const std::string words = time_words(years);
    ImFont* font = letters(Letters::Bold);
    const float wide = font->CalcTextSizeA(font->FontSize, 1e6f, 0, words.c_str()).x;
    const float left = std::clamp(x - 0.5f * wide, line.left - px(10), line.right + px(10) - wide);
    list.AddCircleFilled({x, line.y}, px(lively ? 10.0f : 9.0f), lively ? paint::accent : paint::text);
    list.AddRectFilled({left - px(8), line.y - px(36)}, {left + wide + px(8), line.y - px(14)}, paint::panel,
                       px(5));
    list.AddText(font, font->FontSize, {left, line.y - px(33)}, lively ? paint::accent : paint::text,
                 words.c_str());
}

void draw_stops(Studio& studio) {
    struct Stop {
        const char* action;
        double years;
    };
    constexpr std::array<Stop, 7> named{{{"time.day0", 0.0},
                                         {"time.weeks4", 28 / days_per_year},
                                         {"time.healed", healed_years},
                                         {"time.year1", 1.0},
                                         {"time.year3", 3.0},
                                         {"time.year5", 5.0},
                                         {"time.year7", 7.0}}};
    if (icon_button("time.play", studio.time.playing ? Icon::Pause : Icon::Play, studio.time.playing))
        run_action(studio, "time.play");
    for (const Stop& stop : named) {
        ImGui::SameLine(0, px(6));
        const bool here = std::abs(studio.time.years - stop.years) < 1e-3;
        if (button(stop.action, Icon::None, here ? ButtonLook::Chosen : ButtonLook::Plain))
            run_action(studio, stop.action);
    }
    draw_event_menu(studio);
}

} // namespace

float place_of_time(double years) {
    const double days = std::clamp(years, 0.0, latest_years) * days_per_year;
    return static_cast<float>(std::log1p(days / even_days) /
                              std::log1p(latest_years * days_per_year / even_days));
}

double time_at(float place) {
    const double whole = std::log1p(latest_years * days_per_year / even_days);
    return std::expm1(static_cast<double>(place) * whole) * even_days / days_per_year;
}

std::span<const double> stops() {
    return stop_years;
}

void step_time(Timeline& time, bool later) {
    constexpr double same = 1e-3;
    time.playing = false;
    if (later) {
        const auto next =
            std::ranges::find_if(stop_years, [&](double stop) { return stop > time.years + same; });
        time.years = next == stop_years.end() ? latest_years : *next;
        return;
    }
    const auto before = std::find_if(stop_years.rbegin(), stop_years.rend(),
                                     [&](double stop) { return stop < time.years - same; });
    time.years = before == stop_years.rend() ? 0.0 : *before;
}

void play(Timeline& time, double passed_s) {
    if (!time.playing)
        return;
    const float place = place_of_time(time.years) + static_cast<float>(passed_s / playing_s);
    time.playing = place < 1.0f;
    time.years = time.playing ? time_at(place) : latest_years;
}

void draw_timeline(Studio& studio, Area area) {
    ImGui::SetNextWindowPos(area.low);
    ImGui::SetNextWindowSize({area.width(), area.height()});
    ImGui::Begin("timeline", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_stops(studio);
    const Line line{area.low.x + px(40), area.high.x - px(40), area.low.y + px(92)};
    ImGui::SetCursorScreenPos({line.left - px(12), line.y - px(14)});
    ImGui::InvisibleButton("line", {line.right - line.left + px(24), px(30)});
    marks().put_place("timeline", {line.left, line.y - px(8)}, {line.right, line.y + px(8)});
    for (const double stop : stop_years)
        marks().put_place(fmt::format("timeline.{:g}", stop), {line.x(stop) - 1, line.y - 1},
                          {line.x(stop) + 1, line.y + 1});
    const bool held = ImGui::IsItemActive(), lively = held || ImGui::IsItemHovered();
    hint("timeline.line");
    const bool on_event = draw_event_markers(list, studio, line.left, line.right, line.y);
    if (held && !on_event) {
        studio.time.playing = false;
        studio.time.years = line.years(ImGui::GetIO().MousePos.x);
        // The healed look is what people come for: the line holds it fast.
        if (std::abs(line.x(studio.time.years) - line.x(healed_years)) < px(6))
            studio.time.years = healed_years;
    }
    draw_forecast_strip(list, studio, line.left, line.right, line.y + px(38), area.high.y - px(10));
    draw_line(list, line, studio);
    draw_ticks(list, line);
    draw_knob(list, line, studio.time.years, lively);
    ImGui::End();
}

} // namespace healed::studio
