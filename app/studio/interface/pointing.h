#pragma once

#include "interface/viewport.h"
#include "live/head_in_hand.h"

#include <optional>

namespace healed::studio {

/// The views as they stand in the window now.
struct Stand {
    Layout layout;
    std::vector<Area> areas; ///< one a view
};
Stand stand_of(Studio& studio, Area view);

/// Whose picture is seen at a pixel; none beside all of them. Of pictures that lie over each other it is the
/// one that shows there.
std::optional<std::size_t> view_under(const Studio& studio, const Stand& stand, ImVec2 pixel);
PicturePlace place_in(Area area, ImVec2 pixel);
ImVec2 pixel_in(Area area, PicturePlace place);

/// The picture that a view shows, none before its first.
std::shared_ptr<const Shown> shown_in(const Studio& studio, std::size_t view);
/// The camera that took that picture: one that was turned since waits for its own.
render::Camera camera_of(const Studio& studio, const HeadInHand& head, std::size_t view);

/// What of the head is seen at a pixel.
struct PointedAt {
    std::size_t view;
    glm::vec3 point_mm;
    glm::vec2 chart;
    bool on_scalp;
};
std::optional<PointedAt> pointed_at(const Studio& studio, const HeadInHand& head, const Stand& stand,
                                    ImVec2 pixel);

/// Whether the mouse has rested on the views long enough to be meant.
bool mouse_rests(const Studio& studio);

} // namespace healed::studio
