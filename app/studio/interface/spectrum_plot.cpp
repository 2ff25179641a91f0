#include "interface/spectrum_plot.h"

#include "document/words.h"
#include "interface/bench.h"
#include "interface/marks.h"
#include "interface/plotting.h"
#include "interface/pointing.h"

#include <algorithm>

namespace healed::studio {

namespace {

/// Asks where the answer would be another than the last one.
void follow_cursor(Studio& studio, const Stand& stand) {
    const std::shared_ptr<const HeadInHand> head = studio.live->head();
    if (!head || !ImGui::IsItemHovered() || !mouse_rests(studio))
        return;
    const auto place = pointed_at(studio, *head, stand, ImGui::GetIO().MousePos);
    if (!place || !place->on_scalp)
        return;
    const PaneView view = views_of(studio)[place->view];
    const Asked asked{view.plan, view.years, place->chart};
    if (studio.answers->spectrum_asked == asked)
        return;
    studio.answers->spectrum_asked = asked;
    ask_spectrum(studio, asked.plan, asked.years, asked.chart);
}

} // namespace

void draw_spectrum(ImDrawList& list, Area box, const PlaceSpectrum& spectrum) {
    const Area plot{box.low, {box.high.x, box.high.y - px(16)}};
    list.AddRectFilled(plot.low, plot.high, faded(paint::ground, 0.6f), px(6));
    const double highest = std::max(0.1, *std::ranges::max_element(spectrum.bare) * 1.1);
    const auto at = [&](std::size_t i, double value) {
        const float share = static_cast<float>(i) / static_cast<float>(spectrum.bare.size() - 1);
        return ImVec2(plot.low.x + plot.width() * share,
                      plot.low.y + plot.height() * static_cast<float>(1.0 - value / highest));
    };
    for (std::size_t i = 0; i + 1 < spectrum.bare.size(); ++i) {
        list.AddLine(at(i, spectrum.bare[i]), at(i + 1, spectrum.bare[i + 1]), paint::warm, px(1.5f));
        list.AddLine(at(i, spectrum.inked[i]), at(i + 1, spectrum.inked[i + 1]), paint::accent, px(2));
    }
    plot_words(list, {plot.low.x, plot.high.y + px(9)}, "400 nm");
    plot_words(list, {plot.high.x, plot.high.y + px(9)}, "700 nm", paint::quiet, -1);
    plot_words(list, {plot.low.x + px(6), plot.low.y + px(10)}, fmt::format("{:.0f} %", 100 * highest));
}

void draw_spectrum_under_cursor(ImDrawList& list, Studio& studio, Area view) {
    if (studio.tool != Tool::Pin)
        return;
    follow_cursor(studio, stand_of(studio, view));
    // The trainer's cut through the skin has the lower corner.
    const float top = studio.mode == Mode::Trainer ? view.low.y + px(126) : view.high.y - px(200);
    const ImVec2 low(view.low.x + px(12), top), high(low.x + px(220), low.y + px(130));
    if (view.width() < px(460) || view.height() < px(320))
        return;
    list.AddRectFilled({low.x, low.y - px(24)}, high, IM_COL32(16, 17, 18, 200), px(6));
    marks().put_place("readout.spectrum", low, high);
    plot_words(list, {low.x + px(10), low.y - px(10)}, say("readout.spectrum"), paint::text);
    if (studio.answers->spectrum)
        draw_spectrum(list, {{low.x + px(10), low.y + px(4)}, {high.x - px(10), high.y - px(4)}},
                      *studio.answers->spectrum);
    else
        plot_words(list, {low.x + px(10), low.y + px(50)}, say("readout.rest_on_skin"));
}

} // namespace healed::studio
