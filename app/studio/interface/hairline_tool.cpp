#include "interface/hairline_tool.h"

#include "document/words.h"
#include "interface/marks.h"
#include "interface/theme.h"
#include "live/head_in_hand.h"
#include "treatment/hairline.h"

#include <cmath>
#include <fmt/format.h>

namespace healed::studio {

namespace {

constexpr int handles = 9;

/// The camera's eye on the head, in the pixels of an area.
struct Eye {
    const HeadInHand& head;
    render::Camera camera;
    Area area;

    float aspect() const { return area.width() / area.height(); }
    std::optional<ImVec2> pixel(glm::vec3 point_mm) const {
        const auto place = studio::place_of(camera, aspect(), point_mm);
        if (!place || !is_seen(head, camera, point_mm))
            return std::nullopt;
        return ImVec2(area.low.x + place->x * area.width(), area.low.y + place->y * area.height());
    }
    /// How far from the pole the scalp under a pixel lies, mm on a median head.
    std::optional<double> radius_under(ImVec2 pixel) const {
        const PicturePlace at{(pixel.x - area.low.x) / area.width(), (pixel.y - area.low.y) / area.height()};
        const auto point = surface_under(head, camera, aspect(), at);
        if (!point)
            return std::nullopt;
        const treatment::Polar polar = head.frame.polar_at(head.head.chart.chart_of(*point));
        return static_cast<double>(polar.radius_mm / head.frame.scale());
    }
    glm::vec3 point_of(const treatment::Place& place) const {
        const glm::vec2 flat(static_cast<float>(place.left_mm), static_cast<float>(place.forward_mm));
        return head.head.chart.position_at(head.frame.chart_at_flat(flat * head.frame.scale()));
    }
};

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
    const Eye eye{*head, render::frame_head(preset_of(studio.looking.framing), head->head), area};
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
        const auto to = held && ImGui::IsMouseDragging(0, px(1)) ? eye.radius_under(ImGui::GetIO().MousePos)
                                                                 : std::nullopt;
        if (to)
            studio.edit("step.hairline_drawn", name, [&](project::Project& changed) {
                // A handle moves to and fro; round the head it would meet its neighbours.
                const double azimuth = std::atan2(places[i].left_mm, places[i].forward_mm);
                places[i] = {*to * std::cos(azimuth), *to * std::sin(azimuth)};
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
