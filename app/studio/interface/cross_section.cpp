#include "interface/trainer_panel.h"

#include "document/words.h"
#include "interface/bench.h"
#include "interface/marks.h"
#include "interface/plotting.h"
#include "interface/pointing.h"
#include "interface/widgets.h"
#include "treatment/hairline.h"
#include "treatment/needle.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace healed::studio {

namespace {

constexpr float deepest_mm = 2.2f;

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
    const float x = frame.x(0.9f), tip = frame.y(std::min(static_cast<float>(needle.setting_mm), deepest_mm));
    list.AddTriangleFilled({x - px(7), frame.low.y - px(26)}, {x + px(7), frame.low.y - px(26)}, {x, tip},
                           IM_COL32(150, 156, 164, 235));
    plot_words(list, {x - px(8), std::min(tip, frame.high.y - px(12))},
               fmt::format("{} {:.2f} mm", say("section.setting"), needle.setting_mm),
               IM_COL32(40, 40, 44, 255), -1);
}

/// Takes the line at the resting depth down or up; where ink rests and how far the needle is set go together.
bool drag_depth(Studio& studio, const Frame& frame, float y) {
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
    return held || ImGui::IsItemHovered();
}

/// A line across at the depth where ink comes to rest; the right depth is a band. Of the window's own plan it
/// can be dragged.
void draw_depth(ImDrawList& list, Studio& studio, const Frame& frame, const project::Project& plan) {
    const treatment::Needle& needle = plan.plan.needle;
    list.AddRectFilled({frame.low.x, frame.y(0.21f)}, {frame.high.x, frame.y(0.34f)},
                       faded(paint::good, 0.22f));
    const float y = frame.y(static_cast<float>(needle.resting_depth_mm));
    const bool lively = &plan == studio.work().get() && drag_depth(studio, frame, y);
    list.AddLine({frame.low.x, y}, {frame.high.x, y}, lively ? paint::bad : IM_COL32(120, 40, 20, 255),
                 px(2));
    plot_words(list, {frame.high.x - px(8), y - px(9)},
               fmt::format("{} {:.2f} mm", say("section.rests"), needle.resting_depth_mm),
               IM_COL32(70, 25, 12, 255), -1);
}

/// Where the work begins, before anything was pointed at: the middle of the head, behind the hairline; of one
/// that was drawn by hand, the middle of the scalp.
glm::vec2 behind_hairline(const HeadInHand& head, const project::Project& project) {
    constexpr double behind_mm = 18.0;
    if (!project.plan.hairline.curve.empty())
        return {0.5f, 0.5f};
    const treatment::HairlineCurve curve(head.frame, project.plan.hairline, project.plan.seed);
    treatment::Place place = curve.control_places(3)[1];
    place.forward_mm -= behind_mm;
    const glm::vec2 flat(static_cast<float>(place.left_mm), static_cast<float>(place.forward_mm));
    return glm::clamp(head.frame.chart_at_flat(flat * head.frame.scale()), 0.0f, 1.0f);
}

/// Asks for a cut where it would show something else than the last one: at the place under the cursor where
/// it has come to rest on one, in the skin of the view that it rests on.
void follow_cursor(Studio& studio, const std::vector<PaneView>& views, Area view, Area panel) {
    const std::shared_ptr<const HeadInHand> head = studio.live ? studio.live->head() : nullptr;
    if (!head)
        return;
    Answers& answers = *studio.answers;
    Asked asked = answers.cut_asked;
    if (!asked.plan)
        asked.chart = behind_hairline(*head, *views.front().plan);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (mouse_rests(studio) && !ImGui::IsMouseHoveringRect(panel.low, panel.high, false))
        if (const auto place = pointed_at(studio, *head, stand_of(studio, view), mouse);
            place && place->on_scalp) {
            answers.cut_view = place->view;
            asked.chart = place->chart;
        }
    answers.cut_view = std::min(answers.cut_view, views.size() - 1);
    asked.plan = views[answers.cut_view].plan;
    asked.years = views[answers.cut_view].years;
    if (asked == answers.cut_asked)
        return;
    answers.cut_asked = asked;
    ask_cut(studio, asked.plan, asked.years, asked.chart);
}

} // namespace

void draw_cross_section(Studio& studio, Area view) {
    const float width = std::min(px(430), view.width() - px(24));
    const float per_mm = width / 6.0f, height = per_mm * deepest_mm;
    const ImVec2 low(view.low.x + px(12), view.high.y - height - px(46));
    const Area panel{{low.x, low.y - px(34)}, {low.x + width, low.y + height + px(6)}};
    const std::vector<PaneView> views = views_of(studio);
    follow_cursor(studio, views, view, panel);
    const PaneView& cut = views[studio.answers->cut_view];
    ImGui::SetNextWindowPos(panel.low);
    ImGui::SetNextWindowSize({panel.width(), panel.height()});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(8));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, IM_COL32(24, 25, 27, 235));
    ImGui::Begin("section", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Frame frame{low, {low.x + width, low.y + height}, per_mm};
    plot_words(list, {low.x + px(10), low.y - px(18)}, say("section.title"), paint::text);
    const float beside_needle = frame.high.x - px(24) - frame.x(0.9f);
    plot_words(list, {frame.high.x - px(10), low.y - px(18)},
               fitted(*letters(Letters::Small), cut.title, beside_needle), paint::quiet, -1);
    draw_layers(list, frame, cut.plan->skin);
    if (studio.answers->cut)
        draw_dots(list, frame, *studio.answers->cut);
    draw_needle(list, frame, cut.plan->plan.needle);
    draw_depth(list, studio, frame, *cut.plan);
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
