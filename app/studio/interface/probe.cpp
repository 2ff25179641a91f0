#include "interface/probe.h"

#include "document/words.h"
#include "interface/bench.h"
#include "interface/colour_of.h"
#include "interface/marks.h"
#include "interface/plotting.h"
#include "interface/widgets.h"
#include "live/head_in_hand.h"

#include <algorithm>

namespace healed::studio {

namespace {

constexpr std::size_t most_pins = 8;
constexpr float loupe_times = 4.0f;

render::Camera camera_of(const Studio& studio, const HeadInHand& head) {
    return render::frame_head(preset_of(studio.looking.framing), head.head);
}

std::shared_ptr<const Shown> first_shown(const Studio& studio) {
    const auto found = studio.textures.find(0);
    return found == studio.textures.end() ? nullptr : found->second.shown;
}

/// Reflectance over 400 … 700 nm: the bare skin, and the place with its ink.
void draw_spectrum(const Explanation& why) {
    const float width = ImGui::GetContentRegionAvail().x, height = px(110);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    ImGui::Dummy({width, height + px(16)});
    marks().put_item("explain.spectrum");
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, {low.x + width, low.y + height}, faded(paint::ground, 0.6f), px(6));
    const double highest = std::max(0.1, *std::ranges::max_element(why.bare) * 1.1);
    const auto at = [&](std::size_t i, double value) {
        return ImVec2(low.x + width * static_cast<float>(i) / static_cast<float>(why.bare.size() - 1),
                      low.y + height * static_cast<float>(1.0 - value / highest));
    };
    for (std::size_t i = 0; i + 1 < why.bare.size(); ++i) {
        list.AddLine(at(i, why.bare[i]), at(i + 1, why.bare[i + 1]), paint::warm, px(1.5f));
        list.AddLine(at(i, why.reflectance[i]), at(i + 1, why.reflectance[i + 1]), paint::accent, px(2));
    }
    plot_words(list, {low.x, low.y + height + px(9)}, "400 nm");
    plot_words(list, {low.x + width, low.y + height + px(9)}, "700 nm", paint::quiet, -1);
    plot_words(list, {low.x + px(6), low.y + px(10)}, fmt::format("{:.0f} %", 100 * highest));
}

} // namespace

void pin_place(Studio& studio, Area area) {
    const std::shared_ptr<const HeadInHand> head = studio.live ? studio.live->head() : nullptr;
    if (!head)
        return;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const PicturePlace at{(mouse.x - area.low.x) / area.width(), (mouse.y - area.low.y) / area.height()};
    const auto point = surface_under(*head, camera_of(studio, *head), area.width() / area.height(), at);
    if (!point)
        return;
    std::vector<glm::vec3>& pins = studio.looking.pins;
    if (pins.size() >= most_pins)
        pins.erase(pins.begin());
    pins.push_back(*point);
    ask_explanation(studio, glm::clamp(head->head.chart.chart_of(*point), 0.0f, 1.0f));
}

void draw_pins(ImDrawList& list, Studio& studio, Area area) {
    const std::shared_ptr<const HeadInHand> head = studio.live->head();
    const std::shared_ptr<const Shown> shown = first_shown(studio);
    if (!head || !shown)
        return;
    const render::Camera camera = camera_of(studio, *head);
    std::optional<color::Lab> first;
    for (std::size_t i = 0; i < studio.looking.pins.size(); ++i) {
        const glm::vec3 pin = studio.looking.pins[i];
        const auto place = place_of(camera, area.width() / area.height(), pin);
        if (!place || !is_seen(*head, camera, pin))
            continue;
        const auto lab = colour_of(*shown, *place);
        if (!lab)
            continue;
        const ImVec2 at(area.low.x + place->x * area.width(), area.low.y + place->y * area.height());
        list.AddCircleFilled(at, px(5), display_colour(*lab));
        list.AddCircle(at, px(5), IM_COL32(255, 255, 255, 230), 0, px(1.5f));
        std::string words = fmt::format("{}  L* {:.1f} a* {:.1f} b* {:.1f}", i + 1, lab->l, lab->a, lab->b);
        if (first)
            words += fmt::format("  ΔE {:.1f}", color::delta_e_2000(*first, *lab));
        else
            first = lab;
        plot_words(list, {at.x + px(10), at.y + px(1)}, words, IM_COL32(0, 0, 0, 200));
        plot_words(list, {at.x + px(9), at.y}, words, paint::text);
    }
}

void draw_loupe(ImDrawList& list, const Studio& studio, const std::vector<Area>& areas) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const Area& area = areas[i];
        const bool over =
            mouse.x >= area.low.x && mouse.x < area.high.x && mouse.y >= area.low.y && mouse.y < area.high.y;
        const auto texture = studio.textures.find(i);
        if (!over || texture == studio.textures.end() || !texture->second.image)
            continue;
        const float half = px(90);
        const ImVec2 centre(std::clamp(mouse.x + half + px(24), area.low.x + half, area.high.x - half),
                            std::clamp(mouse.y - half - px(24), area.low.y + half, area.high.y - half));
        const ImVec2 at((mouse.x - area.low.x) / area.width(), (mouse.y - area.low.y) / area.height());
        const ImVec2 reach(half / loupe_times / area.width(), half / loupe_times / area.height());
        list.AddImageRounded(const_cast<gpu::Image*>(texture->second.image.get()),
                             {centre.x - half, centre.y - half}, {centre.x + half, centre.y + half},
                             {at.x - reach.x, at.y - reach.y}, {at.x + reach.x, at.y + reach.y},
                             IM_COL32_WHITE, half);
        list.AddCircle(centre, half, IM_COL32(255, 255, 255, 220), 64, px(2));
        return;
    }
}

void draw_explanation(Studio& studio) {
    if (studio.looking.pins.empty() || !section("look.explain"))
        return;
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
    draw_spectrum(why);
    if (button("explain.forget", Icon::Close, ButtonLook::Bare)) {
        studio.looking.pins.clear();
        studio.answers->explanation.reset();
    }
}

} // namespace healed::studio
