#include "interface/eye.h"

namespace healed::studio {

std::optional<ImVec2> Eye::pixel(glm::vec3 point_mm) const {
    const auto place = studio::place_of(camera, aspect(), point_mm);
    if (!place || !is_seen(head, camera, point_mm))
        return std::nullopt;
    return ImVec2(area.low.x + place->x * area.width(), area.low.y + place->y * area.height());
}

std::optional<glm::vec3> Eye::point_under(ImVec2 pixel) const {
    const PicturePlace at{(pixel.x - area.low.x) / area.width(), (pixel.y - area.low.y) / area.height()};
    return surface_under(head, camera, aspect(), at);
}

std::optional<treatment::Place> Eye::place_under(ImVec2 pixel) const {
    const std::optional<glm::vec3> point = point_under(pixel);
    if (!point)
        return std::nullopt;
    const glm::vec2 flat = head.frame.flat_mm(head.head.chart.chart_of(*point)) / head.frame.scale();
    return treatment::Place{.forward_mm = static_cast<double>(flat.y),
                            .left_mm = static_cast<double>(flat.x)};
}

glm::vec3 Eye::point_of(const treatment::Place& place) const {
    const glm::vec2 flat(static_cast<float>(place.left_mm), static_cast<float>(place.forward_mm));
    return head.head.chart.position_at(head.frame.chart_at_flat(flat * head.frame.scale()));
}

Eye eye_of(const Studio& studio, const HeadInHand& head, Area area) {
    const auto picture = studio.pictures.find(0);
    const bool is_seen = picture != studio.pictures.end() && picture->second.shown;
    const Framing& framing = is_seen ? picture->second.shown->wish.framing : studio.looking.framing;
    return {head, render::frame_head(preset_of(framing), head.head), area};
}

} // namespace healed::studio
