#include "interface/hairline_tool.h"

#include "document/words.h"
#include "interface/eye.h"
#include "interface/marks.h"
#include "interface/theme.h"
#include "treatment/hairline.h"

#include <cmath>
#include <fmt/format.h>

namespace healed::studio {

namespace {

constexpr int handles = 9;

void draw_curve(ImDrawList& list, const Eye& eye, const treatment::HairlineCurve& curve) {
    std::optional<ImVec2> before;
    for (std::size_t i = 0; i < curve.points_mm().size(); i += 2) {
        const std::optional<ImVec2> here = eye.pixel(curve.points_mm()[i]);
        if (before && here) {
            list.AddLine(*before, *here, IM_COL32(0, 0, 0, 120), px(4));
            list.AddLine(*before, *here, paint::accent, px(2));
        }
        before = here;
    }
}

} // namespace

bool draw_hairline_tool(ImDrawList& list, Studio& studio, Area area) {
    const std::shared_ptr<const HeadInHand> head = studio.live->head();
    if (studio.tool != Tool::Hairline || !head)
        return false;
    const Eye eye = eye_of(studio, *head, area);
    const project::Project& project = studio.document.project();
    std::vector<treatment::Place> places;
    try {
        const treatment::HairlineCurve curve(head->frame, project.plan.hairline, project.plan.seed);
        draw_curve(list, eye, curve);
        places = curve.control_places(handles);
    } catch (const std::exception&) {
        return false;
    }
    bool busy = false;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::optional<ImVec2> at = eye.pixel(eye.point_of(places[i]));
        if (!at)
            continue;
        const std::string name = fmt::format("hairline.{}", i);
        ImGui::SetCursorScreenPos({at->x - px(10), at->y - px(10)});
        ImGui::InvisibleButton(name.c_str(), {px(20), px(20)});
        marks().put_item(name);
        const bool held = ImGui::IsItemActive();
        busy |= held || ImGui::IsItemHovered();
        const auto to = held && ImGui::IsMouseDragging(0, px(1)) ? eye.place_under(ImGui::GetIO().MousePos)
                                                                 : std::nullopt;
        if (to)
            studio.edit("step.hairline_drawn", name, [&](project::Project& changed) {
                // A handle moves to and fro; round the head it would meet its neighbours.
                const double azimuth = std::atan2(places[i].left_mm, places[i].forward_mm);
                const double radius = std::hypot(to->forward_mm, to->left_mm);
                places[i] = {radius * std::cos(azimuth), radius * std::sin(azimuth)};
                changed.plan.hairline.curve = places;
            });
        if (ImGui::IsItemDeactivated())
            studio.document.end_gesture();
        list.AddCircleFilled(*at, px(held || ImGui::IsItemHovered() ? 8.0f : 6.0f), paint::text);
        list.AddCircle(*at, px(held || ImGui::IsItemHovered() ? 8.0f : 6.0f), paint::ground, 0, px(2));
    }
    return busy;
}

} // namespace healed::studio
