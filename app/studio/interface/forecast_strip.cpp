#include "interface/forecast_strip.h"

#include "document/words.h"
#include "interface/bench.h"
#include "interface/marks.h"
#include "interface/plotting.h"
#include "interface/timeline.h"
#include "interface/widgets.h"
#include "portfolio/own_client.h"

#include <algorithm>

namespace healed::studio {

namespace {

/// More than this is drawn no higher.
constexpr double most_kept = 1.2;

void show_futures(Studio& studio) {
    constexpr const char* keys[] = {"forecast.p10", "forecast.p50", "forecast.p90"};
    studio.comparison.panes.assign(3, Pane{});
    for (std::size_t i = 0; i < 3; ++i) {
        Pane& pane = studio.comparison.panes[i];
        pane.other = std::make_shared<const project::Project>(
            portfolio::lived_by(*studio.answers->forecast_of, studio.answers->forecast->futures[i].person));
        pane.other_title = say(keys[i]);
    }
    studio.comparison.columns = 3;
    studio.comparison.layout = Layout::Grid;
}

} // namespace

void draw_forecast_strip(ImDrawList& list, Studio& studio, float left, float right, float top, float bottom) {
    ask_forecast(studio);
    marks().put_place("forecast", {left, top}, {right, bottom});
    const float healed = left + (right - left) * place_of_time(healed_years);
    plot_words(list, {left, top + px(9)},
               fitted(*letters(Letters::Small), say("forecast.strip"), healed - left - px(8)), paint::faint);
    if (!studio.answers->forecast)
        return;
    const auto at = [&](double years, double kept) {
        return ImVec2(left + (right - left) * place_of_time(years),
                      bottom - (bottom - top) * static_cast<float>(std::min(kept, most_kept) / most_kept));
    };
    const std::vector<study::ForecastAt>& times = studio.answers->forecast->times;
    for (std::size_t i = 0; i + 1 < times.size(); ++i) {
        const study::Tenths &a = times[i].kept_contrast, &b = times[i + 1].kept_contrast;
        const double from = times[i].years, to = times[i + 1].years;
        list.AddQuadFilled(at(from, a.p90), at(to, b.p90), at(to, b.p10), at(from, a.p10),
                           faded(paint::accent, 0.28f));
        list.AddLine(at(from, a.p50), at(to, b.p50), paint::accent, px(2));
    }
    list.AddLine({left, bottom}, {right, bottom}, paint::rule);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (mouse.x < left || mouse.x > right || mouse.y < top || mouse.y > bottom || !ImGui::IsWindowHovered())
        return;
    const double years = time_at((mouse.x - left) / (right - left));
    const auto nearest = std::ranges::min_element(
        times, {}, [&](const study::ForecastAt& one) { return std::abs(one.years - years); });
    ImGui::SetTooltip("%s\n%s", time_words(nearest->years).c_str(),
                      fmt::format(fmt::runtime(say("forecast.kept")), 100 * nearest->kept_contrast.p10,
                                  100 * nearest->kept_contrast.p50, 100 * nearest->kept_contrast.p90)
                          .c_str());
}

void draw_forecast_advice(Studio& studio) {
    if (!section("forecast.advice"))
        return;
    ask_forecast(studio);
    if (!studio.answers->forecast) {
        quiet_text(say("forecast.at_work"));
        return;
    }
    const study::Forecast& forecast = *studio.answers->forecast;
    const study::Tenths& touch_up = forecast.touch_up_years;
    ImGui::PushTextWrapPos(0.0f);
    ImGui::TextUnformatted(
        fmt::format(fmt::runtime(say("forecast.touch_up")), touch_up.p10, touch_up.p50, touch_up.p90)
            .c_str());
    ImGui::PopTextWrapPos();
    if (!studio.answers->touch_up_cause.empty())
        quiet_text(say("forecast.cause." + studio.answers->touch_up_cause));
    if (forecast.lasting_share > 0.005)
        quiet_text(fmt::format(fmt::runtime(say("forecast.lasting")), 100.0 * forecast.lasting_share));
    quiet_text(say("forecast.honest"));
    gap();
    if (button("forecast.pictures", Icon::Grid))
        show_futures(studio);
}

} // namespace healed::studio
