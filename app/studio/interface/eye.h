#pragma once

#include "interface/viewport.h"
#include "live/head_in_hand.h"
#include "treatment/area.h"

#include <optional>

namespace healed::studio {

/// The camera's eye on the head, in the pixels of an area.
struct Eye {
    const HeadInHand& head;
    render::Camera camera;
    Area area;

    float aspect() const { return area.width() / area.height(); }
    /// Where a point of the head is seen; none where the head hides it.
    std::optional<ImVec2> pixel(glm::vec3 point_mm) const;
    /// What of the head a pixel shows.
    std::optional<glm::vec3> point_under(ImVec2 pixel) const;
    /// The place of the scalp, as plans state places; none beside the head.
    std::optional<treatment::Place> place_under(ImVec2 pixel) const;
    glm::vec3 point_of(const treatment::Place& place) const;
};

/// As the picture that is seen has it: a camera that was turned since waits for its own.
Eye eye_of(const Studio& studio, const HeadInHand& head, Area area);

} // namespace healed::studio
