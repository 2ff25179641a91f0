#include "interface/pointing.h"

#include <algorithm>

namespace healed::studio {

namespace {

constexpr double still_s = 0.15;

bool holds(Area area, ImVec2 pixel) {
    return pixel.x >= area.low.x && pixel.x < area.high.x && pixel.y >= area.low.y && pixel.y < area.high.y;
}

} // namespace

Stand stand_of(Studio& studio, Area view) {
    const Layout layout = layout_of(studio);
    return {layout, pane_areas(layout, view, views_of(studio).size(), studio.comparison.columns)};
}

std::optional<std::size_t> view_under(const Studio& studio, const Stand& stand, ImVec2 pixel) {
    const auto found =
        std::ranges::find_if(stand.areas, [&](const Area& area) { return holds(area, pixel); });
    if (found == stand.areas.end())
        return std::nullopt;
    if (stand.layout == Layout::Split)
        return pixel.x < found->low.x + studio.comparison.split * found->width() ? 0u : 1u;
    if (stand.layout == Layout::Flip)
        return studio.comparison.flipped ? 1u : 0u;
    return static_cast<std::size_t>(found - stand.areas.begin());
}

PicturePlace place_in(Area area, ImVec2 pixel) {
    return {(pixel.x - area.low.x) / area.width(), (pixel.y - area.low.y) / area.height()};
}

ImVec2 pixel_in(Area area, PicturePlace place) {
    return {area.low.x + place.x * area.width(), area.low.y + place.y * area.height()};
}

std::shared_ptr<const Shown> shown_in(const Studio& studio, std::size_t view) {
    const auto found = studio.pictures.find(view);
    return found == studio.pictures.end() ? nullptr : found->second.shown;
}

render::Camera camera_of(const Studio& studio, const HeadInHand& head, std::size_t view) {
    const std::shared_ptr<const Shown> shown = shown_in(studio, view);
    return render::frame_head(preset_of(shown ? shown->wish.framing : studio.looking.framing), head.head);
}

std::optional<PointedAt> pointed_at(const Studio& studio, const HeadInHand& head, const Stand& stand,
                                    ImVec2 pixel) {
    const std::optional<std::size_t> view = view_under(studio, stand, pixel);
    if (!view)
        return std::nullopt;
    const Area& area = stand.areas[*view];
    const auto point = surface_under(head, camera_of(studio, head, *view), area.width() / area.height(),
                                     place_in(area, pixel));
    if (!point)
        return std::nullopt;
    const glm::vec2 chart = head.head.chart.chart_of(*point);
    return PointedAt{*view, *point, glm::clamp(chart, 0.0f, 1.0f), head.head.chart.is_scalp(chart)};
}

bool mouse_rests(const Studio& studio) {
    return studio.now_s > studio.mouse_moved_s + still_s && !ImGui::IsMouseDown(ImGuiMouseButton_Left);
}

} // namespace healed::studio
