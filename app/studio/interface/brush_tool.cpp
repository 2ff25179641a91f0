#include "interface/brush_tool.h"

#include "document/words.h"
#include "interface/eye.h"
#include "interface/marks.h"
#include "interface/theme.h"
#include "interface/wet_paint.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace healed::studio {

namespace {

using treatment::Stroke;

Stroke::Kind kind_of(Tool tool) {
    return tool == Tool::Comb    ? Stroke::Kind::Comb
           : tool == Tool::Erase ? Stroke::Kind::Erase
                                 : Stroke::Kind::Density;
}

Stroke stroke_under_way(const Studio& studio) {
    const Brush& brush = studio.brush;
    return {.kind = kind_of(studio.tool),
            .along = brush.under_way,
            .radius_mm = brush.radius_mm,
            .softness = brush.softness,
            .density = brush.takes_away ? -brush.density : brush.density,
            .mirrored = brush.mirrored};
}

const char* step_of(const Stroke& stroke) {
    switch (stroke.kind) {
    case Stroke::Kind::Erase:
        return "step.erased";
    case Stroke::Kind::Comb:
        return "step.combed";
    case Stroke::Kind::Density:
        break;
    }
    return stroke.density < 0.0 ? "step.thinned" : "step.painted";
}

const Area* area_under(const std::vector<Area>& areas, ImVec2 mouse) {
    const auto found = std::ranges::find_if(areas, [&](const Area& area) {
        return mouse.x >= area.low.x && mouse.x < area.high.x && mouse.y >= area.low.y &&
               mouse.y < area.high.y;
    });
    return found == areas.end() ? nullptr : &*found;
}

/// Goes on with the stroke; when it has become too long to be kept, every other of its places is let go.
void go_on(Brush& brush, const treatment::Place& place) {
    constexpr double places_per_radius = 4.0;
    std::vector<treatment::Place>& way = brush.under_way;
    const double step_mm = std::max(1.0, brush.radius_mm / places_per_radius);
    if (!way.empty() &&
        std::hypot(place.forward_mm - way.back().forward_mm, place.left_mm - way.back().left_mm) < step_mm)
        return;
    if (way.size() == treatment::most_stroke_places)
        for (std::size_t i = 1; i < way.size(); ++i)
            way.erase(way.begin() + static_cast<std::ptrdiff_t>(i));
    way.push_back(place);
}

void finish(Studio& studio) {
    const Stroke stroke = stroke_under_way(studio);
    studio.brush.under_way.clear();
    if (stroke.kind == Stroke::Kind::Comb && stroke.along.size() < 2)
        return studio.tell(say("brush.comb_needs_way"));
    studio.edit(step_of(stroke), "",
                [&](project::Project& project) { project.plan.strokes.push_back(stroke); });
}

/// The places of the skin that lie straight a distance from one of its points, all round it.
void draw_ring(ImDrawList& list, const Eye& eye, glm::vec3 middle, float radius_mm, float opacity) {
    constexpr int parts = 48;
    const auto& chart = eye.head.head.chart;
    const glm::vec3 normal = chart.normal_at(chart.chart_of(middle));
    const glm::vec3 across = glm::normalize(
        glm::cross(normal, std::abs(normal.y) < 0.9f ? glm::vec3(0, 1, 0) : glm::vec3(1, 0, 0)));
    const glm::vec3 ahead = glm::cross(normal, across);
    std::optional<ImVec2> before;
    for (int i = 0; i <= parts; ++i) {
        const float angle = 2.0f * std::numbers::pi_v<float> * static_cast<float>(i) / parts;
        glm::vec3 way = std::cos(angle) * across + std::sin(angle) * ahead;
        for (int settled = 0; settled < 3; ++settled)
            way = glm::normalize(
                chart.position_at(glm::clamp(chart.chart_of(middle + radius_mm * way), 0.0f, 1.0f)) - middle);
        const std::optional<ImVec2> here = eye.pixel(middle + radius_mm * way + 0.5f * normal);
        if (before && here) {
            list.AddLine(*before, *here, IM_COL32(0, 0, 0, static_cast<int>(120.0f * opacity)), px(3.5f));
            list.AddLine(*before, *here, faded(paint::text, opacity), px(1.6f));
        }
        before = here;
    }
}

void draw_rings(ImDrawList& list, const Brush& brush, const Eye& eye, glm::vec3 point) {
    const float radius = static_cast<float>(brush.radius_mm) * eye.head.frame.scale();
    draw_ring(list, eye, point, radius, 1.0f);
    if (brush.softness > 0.05 && brush.softness < 0.95)
        draw_ring(list, eye, point, radius * (1.0f - static_cast<float>(brush.softness)), 0.4f);
}

} // namespace

void draw_brush(ImDrawList& list, Studio& studio, const std::vector<Area>& areas) {
    const std::shared_ptr<const HeadInHand> head = studio.live->head();
    Brush& brush = studio.brush;
    if (!is_brush(studio.tool) || !head) {
        brush.under_way.clear();
        return;
    }
    const ImGuiIO& io = ImGui::GetIO();
    const bool begins = ImGui::IsItemActivated() && ImGui::IsMouseDown(0) && !io.KeyShift;
    const bool hovered = ImGui::IsItemHovered(), ended = ImGui::IsItemDeactivated();
    const Area* area = area_under(areas, io.MousePos);
    if (ended && !brush.under_way.empty())
        finish(studio);
    if (!area || (!hovered && brush.under_way.empty()))
        return;
    const Eye eye = eye_of(studio, *head, *area);
    const auto point = eye.point_under(io.MousePos);
    const bool on_scalp = point && head->head.chart.is_scalp(head->head.chart.chart_of(*point));
    if (begins && on_scalp)
        brush.takes_away = io.KeyCtrl;
    if (on_scalp && (begins || !brush.under_way.empty()))
        go_on(brush, *eye.place_under(io.MousePos));
    if (!brush.under_way.empty())
        draw_wet(list, eye, {stroke_under_way(studio)}, studio.document.project());
    if (on_scalp)
        draw_rings(list, brush, eye, *point);
}

void resize_brush(Brush& brush, bool larger) {
    constexpr double step = 1.2;
    brush.radius_mm = std::clamp(larger ? brush.radius_mm * step : brush.radius_mm / step, smallest_brush_mm,
                                 largest_brush_mm);
}

} // namespace healed::studio
