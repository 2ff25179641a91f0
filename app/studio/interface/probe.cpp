#include "interface/probe.h"

#include "document/words.h"
#include "interface/bench.h"
#include "interface/colour_of.h"
#include "interface/marks.h"
#include "interface/plotting.h"
#include "interface/pointing.h"
#include "interface/spectrum_plot.h"
#include "interface/widgets.h"
#include "live/head_in_hand.h"

#include <algorithm>

namespace healed::studio {

namespace {

constexpr std::size_t most_pins = 8;
constexpr float loupe_times = 4.0f;

std::string lab_words(const color::Lab& lab) {
    return fmt::format("L* {:.1f} a* {:.1f} b* {:.1f}", lab.l, lab.a, lab.b);
}

/// A pinned place as one view shows it; none where it is not seen.
struct SeenPin {
    ImVec2 pixel;
    color::Lab lab;
};

std::optional<SeenPin> seen_pin(const Studio& studio, const HeadInHand& head, const Stand& stand,
                                std::size_t view, glm::vec3 pin) {
    const Area& area = stand.areas[view];
    const render::Camera camera = camera_of(studio, head, view);
    const auto place = place_of(camera, area.width() / area.height(), pin);
    if (!place || !is_seen(head, camera, pin))
        return std::nullopt;
    const ImVec2 pixel = pixel_in(area, *place);
    const auto shows = view_under(studio, stand, pixel);
    const std::shared_ptr<const Shown> shown = shows ? shown_in(studio, *shows) : nullptr;
    const auto lab = shown ? colour_of(*shown, *place) : std::nullopt;
    return lab ? std::optional(SeenPin{pixel, *lab}) : std::nullopt;
}

void draw_pin(ImDrawList& list, const SeenPin& pin, const std::string& words) {
    list.AddCircleFilled(pin.pixel, px(5), display_colour(pin.lab));
    list.AddCircle(pin.pixel, px(5), IM_COL32(255, 255, 255, 230), 0, px(1.5f));
    plot_words(list, {pin.pixel.x + px(10), pin.pixel.y + px(1)}, words, IM_COL32(0, 0, 0, 200));
    plot_words(list, {pin.pixel.x + px(9), pin.pixel.y}, words, paint::text);
}

/// Of the place pinned last, in the first view; asked anew when plan or time have changed.
void follow_explanation(Studio& studio) {
    const std::shared_ptr<const HeadInHand> head = studio.live ? studio.live->head() : nullptr;
    if (!head || studio.time.playing || ImGui::IsMouseDown(ImGuiMouseButton_Left))
        return;
    const PaneView view = views_of(studio).front();
    const glm::vec2 chart = head->head.chart.chart_of(studio.looking.pins.back());
    const Asked asked{view.plan, view.years, glm::clamp(chart, 0.0f, 1.0f)};
    if (studio.answers->explanation_asked == asked)
        return;
    studio.answers->explanation_asked = asked;
    ask_explanation(studio, asked.plan, asked.years, asked.chart);
}

} // namespace

void pin_place(Studio& studio, Area view) {
    const std::shared_ptr<const HeadInHand> head = studio.live ? studio.live->head() : nullptr;
    const auto place =
        head ? pointed_at(studio, *head, stand_of(studio, view), ImGui::GetIO().MousePos) : std::nullopt;
    if (!place)
        return;
    std::vector<glm::vec3>& pins = studio.looking.pins;
    if (pins.size() >= most_pins)
        pins.erase(pins.begin());
    pins.push_back(place->point_mm);
}

void draw_pins(ImDrawList& list, Studio& studio, Area view) {
    const std::shared_ptr<const HeadInHand> head = studio.live->head();
    if (!head)
        return;
    const Stand stand = stand_of(studio, view);
    const bool apart = stand.layout == Layout::Side || stand.layout == Layout::Grid;
    for (std::size_t of = 0; of < (apart ? stand.areas.size() : 1); ++of) {
        std::optional<color::Lab> first;
        for (std::size_t i = 0; i < studio.looking.pins.size(); ++i) {
            const auto pin = seen_pin(studio, *head, stand, of, studio.looking.pins[i]);
            if (!pin)
                continue;
            std::string words = fmt::format("{}  {}", i + 1, lab_words(pin->lab));
            if (first)
                words += fmt::format("  ΔE {:.1f}", color::delta_e_2000(*first, pin->lab));
            else
                first = pin->lab;
            list.PushClipRect(stand.areas[of].low, stand.areas[of].high, true);
            draw_pin(list, *pin, words);
            list.PopClipRect();
        }
    }
}

void draw_loupe(ImDrawList& list, Studio& studio, Area view) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const Stand stand = stand_of(studio, view);
    const std::optional<std::size_t> under = view_under(studio, stand, mouse);
    const auto picture = studio.pictures.find(under.value_or(SIZE_MAX));
    if (picture == studio.pictures.end() || !picture->second.shown)
        return;
    const Area& area = stand.areas[*under];
    const float half = px(90);
    const ImVec2 centre(std::clamp(mouse.x + half + px(24), area.low.x + half,
                                   std::max(area.high.x, area.low.x + 2 * half) - half),
                        std::clamp(mouse.y - half - px(24), area.low.y + half,
                                   std::max(area.high.y, area.low.y + 2 * half) - half));
    const PicturePlace at = place_in(area, mouse);
    const ImVec2 reach(half / loupe_times / area.width(), half / loupe_times / area.height());
    list.AddImageRounded(&picture->second.texture, {centre.x - half, centre.y - half},
                         {centre.x + half, centre.y + half}, {at.x - reach.x, at.y - reach.y},
                         {at.x + reach.x, at.y + reach.y}, IM_COL32_WHITE, half);
    list.AddCircle(centre, half, IM_COL32(255, 255, 255, 220), 64, px(2));
    marks().put_place("view.loupe_glass", {centre.x - half, centre.y - half},
                      {centre.x + half, centre.y + half});
}

void draw_explanation(Studio& studio) {
    if (studio.looking.pins.empty() || !section("look.explain"))
        return;
    follow_explanation(studio);
    if (!studio.answers->explanation) {
        quiet_text(say("explain.at_work"));
        return;
    }
    const Explanation& why = *studio.answers->explanation;
    for (std::size_t i = 0; i < why.parts.size(); ++i) {
        const Explanation::Part& part = why.parts[i];
        const ImVec2 low = ImGui::GetCursorScreenPos();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        ImGui::Dummy({ImGui::GetContentRegionAvail().x, px(22)});
        list.AddRectFilled(low, {low.x + px(22), low.y + px(20)}, display_colour(part.lab), px(4));
        plot_words(list, {low.x + px(30), low.y + px(10)}, say(part.key), paint::text);
        if (i > 0)
            plot_words(list, {low.x + ImGui::GetContentRegionAvail().x, low.y + px(10)},
                       fmt::format("ΔE {:.1f}", color::delta_e_2000(why.parts[i - 1].lab, part.lab)),
                       paint::quiet, -1);
    }
    quiet_text(say("explain.light"));
    gap();
    label("explain.spectrum");
    const ImVec2 low = ImGui::GetCursorScreenPos();
    ImGui::Dummy({ImGui::GetContentRegionAvail().x, px(126)});
    marks().put_item("explain.spectrum");
    draw_spectrum(*ImGui::GetWindowDrawList(), {low, ImGui::GetItemRectMax()}, why.spectrum);
    if (button("explain.forget", Icon::Close, ButtonLook::Bare)) {
        studio.looking.pins.clear();
        studio.answers->explanation.reset();
        studio.answers->explanation_asked = {};
    }
}

} // namespace healed::studio
