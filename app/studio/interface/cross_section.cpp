#include "interface/trainer_panel.h"

#include "document/words.h"
#include "interface/bench.h"
#include "interface/marks.h"
#include "interface/plotting.h"
#include "interface/widgets.h"
#include "live/head_in_hand.h"
#include "treatment/needle.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace healed::studio {

namespace {

constexpr float deepest_mm = 2.2f;
/// So long the mouse must rest before the cut follows it.
constexpr double still_s = 0.15;

/// The cut in pixels: the same scale across and down.
struct Frame {
    ImVec2 low, high; ///< the surface is at low.y
    float per_mm;
    float y(float depth_mm) const { return low.y + per_mm * depth_mm; }
    float x(float across_mm) const { return 0.5f * (low.x + high.x) + per_mm * across_mm; }
    float depth(float at) const { return (at - low.y) / per_mm; }
};

void draw_layers(ImDrawList& list, const Frame& frame, const skin::SkinSettings& skin) {
    struct Layer {
        const char* key;
        double thickness_mm;
        ImU32 colour;
    };
    const std::array<Layer, 4> layers{{{"layer.epidermis", skin.epidermis_mm, IM_COL32(176, 124, 98, 255)},
                                       {"layer.papillary", skin.papillary_mm, IM_COL32(214, 160, 143, 255)},
                                       {"layer.reticular", skin.reticular_mm, IM_COL32(226, 184, 168, 255)},
                                       {"layer.fat", 10.0, IM_COL32(238, 217, 160, 255)}}};
    float top = 0.0f;
    for (const Layer& layer : layers) {
        const float bottom = std::min(top + static_cast<float>(layer.thickness_mm), deepest_mm);
        list.AddRectFilled({frame.low.x, frame.y(top)}, {frame.high.x, frame.y(bottom)}, layer.colour);
        if (bottom - top > 0.12f)
            plot_words(list, {frame.low.x + px(8), frame.y(0.5f * (top + bottom))}, say(layer.key),
                       IM_COL32(70, 45, 38, 255));
        top = bottom;
    }
}

/// Each dot as the ellipse of its ink at one and two standard deviations, as dark as ink is left.
void draw_dots(ImDrawList& list, const Frame& frame, const Cut& cut) {
    list.PushClipRect(frame.low, frame.high, true);
    for (const CutDot& dot : cut.dots)
        for (const float reach : {2.0f, 1.4f, 0.8f}) {
            const float wide = frame.per_mm * reach * dot.sigma_mm,
                        high = frame.per_mm * reach * dot.sigma_z_mm;
            for (int i = 0; i < 24; ++i) {
                const float angle = 6.2831853f * static_cast<float>(i) / 24.0f;
                list.PathLineTo({frame.x(dot.across_mm) + wide * std::cos(angle),
                                 frame.y(dot.depth_mm) + high * std::sin(angle)});
            }
            list.PathFillConvex(faded(IM_COL32(20, 22, 30, 255), 0.1f + 0.4f * dot.left));
        }
    list.PopClipRect();
}

void draw_needle(ImDrawList& list, const Frame& frame, const treatment::Needle& needle) {
    const float x = frame.x(-1.9f),
                tip = frame.y(std::min(static_cast<float>(needle.setting_mm), deepest_mm));
    list.AddTriangleFilled({x - px(7), frame.low.y - px(26)}, {x + px(7), frame.low.y - px(26)}, {x, tip},
                           IM_COL32(150, 156, 164, 235));
    plot_words(list, {x + px(8), tip}, fmt::format("{} {:.2f} mm", say("section.setting"), needle.setting_mm),
               IM_COL32(40, 40, 44, 255));
}

/// A line across at the depth where ink comes to rest, to be dragged; the right depth is a band.
void drag_depth(ImDrawList& list, Studio& studio, const Frame& frame) {
    const treatment::Needle& needle = studio.document.project().plan.needle;
    list.AddRectFilled({frame.low.x, frame.y(0.21f)}, {frame.high.x, frame.y(0.34f)},
                       faded(paint::good, 0.22f));
    const float y = frame.y(static_cast<float>(needle.resting_depth_mm));
    ImGui::SetCursorScreenPos({frame.low.x, y - px(7)});
    ImGui::InvisibleButton("depth", {frame.high.x - frame.low.x, px(14)});
    marks().put_item("section.depth");
    hint("section.depth");
    const bool held = ImGui::IsItemActive();
    if (held && ImGui::IsMouseDragging(0, px(1))) {
        const double depth =
            std::clamp(static_cast<double>(frame.depth(ImGui::GetIO().MousePos.y)), 0.05, 1.2);
        studio.edit("field.needle.depth", "section.depth", [&](project::Project& p) {
            p.plan.needle.setting_mm = std::clamp(depth / treatment::resting_depth_mm(1.0), 0.3, 6.0);
            p.plan.needle.resting_depth_mm = depth;
        });
    }
    if (ImGui::IsItemDeactivated())
        studio.document.end_gesture();
    list.AddLine({frame.low.x, y}, {frame.high.x, y},
                 held || ImGui::IsItemHovered() ? paint::bad : IM_COL32(120, 40, 20, 255), px(2));
    plot_words(list, {frame.high.x - px(8), y - px(9)},
               fmt::format("{} {:.2f} mm", say("section.rests"), needle.resting_depth_mm),
               IM_COL32(70, 25, 12, 255), -1);
}

/// The place of the scalp under the cursor, where it has come to rest on one.
std::optional<glm::vec2> pointed_at(Studio& studio, const HeadInHand& head, Area view) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    Pointing& pointing = studio.answers->pointing;
    if (mouse.x != pointing.mouse.x || mouse.y != pointing.mouse.y)
        pointing.still_since_s = studio.now_s;
    pointing.mouse = {mouse.x, mouse.y};
    const bool on_view =
        mouse.x > view.low.x && mouse.x < view.high.x && mouse.y > view.low.y && mouse.y < view.high.y;
    if (!on_view || studio.now_s < pointing.still_since_s + still_s || layout_of(studio) != Layout::Single)
        return std::nullopt;
    const render::Camera camera = render::frame_head(preset_of(studio.looking.framing), head.head);
    const PicturePlace at{(mouse.x - view.low.x) / view.width(), (mouse.y - view.low.y) / view.height()};
    const auto point = surface_under(head, camera, view.width() / view.height(), at);
    if (!point)
        return std::nullopt;
    const glm::vec2 chart = head.head.chart.chart_of(*point);
    return head.head.chart.is_scalp(chart) ? std::optional(chart) : std::nullopt;
}

/// Asks for a cut where it would show something else than the last one.
void follow_cursor(Studio& studio, Area view) {
    const std::shared_ptr<const HeadInHand> head = studio.live ? studio.live->head() : nullptr;
    if (!head)
        return;
    Pointing& pointing = studio.answers->pointing;
    const glm::vec2 chart = pointed_at(studio, *head, view).value_or(pointing.chart);
    if (chart == pointing.chart && pointing.plan == studio.document.plan() &&
        pointing.years == studio.time.years)
        return;
    pointing.chart = chart;
    pointing.plan = studio.document.plan();
    pointing.years = studio.time.years;
    ask_cut(studio, chart);
}

} // namespace

void draw_cross_section(Studio& studio, Area view) {
    follow_cursor(studio, view);
    const float width = std::min(px(430), view.width() - px(24));
    const float per_mm = width / 6.0f, height = per_mm * deepest_mm;
    const ImVec2 low(view.low.x + px(12), view.high.y - height - px(46));
    ImGui::SetNextWindowPos({low.x, low.y - px(34)});
    ImGui::SetNextWindowSize({width, height + px(40)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(8));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, IM_COL32(24, 25, 27, 235));
    ImGui::Begin("section", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Frame frame{low, {low.x + width, low.y + height}, per_mm};
    plot_words(list, {low.x + px(10), low.y - px(18)}, say("section.title"), paint::text);
    plot_words(list, {frame.high.x - px(10), low.y - px(18)}, time_words(studio.time.years), paint::quiet,
               -1);
    draw_layers(list, frame, studio.document.project().skin);
    if (studio.answers->cut)
        draw_dots(list, frame, *studio.answers->cut);
    draw_needle(list, frame, studio.document.project().plan.needle);
    drag_depth(list, studio, frame);
    const float bar = frame.per_mm;
    list.AddLine({frame.high.x - px(12) - bar, frame.high.y - px(10)},
                 {frame.high.x - px(12), frame.high.y - px(10)}, IM_COL32(60, 40, 30, 255), px(2));
    plot_words(list, {frame.high.x - px(12) - 0.5f * bar, frame.high.y - px(20)}, "1 mm",
               IM_COL32(60, 40, 30, 255), 0);
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

} // namespace healed::studio
