#pragma once

#include "head/bvh.h"
#include "head/head.h"
#include "render/camera.h"
#include "treatment/scalp_frame.h"

#include <memory>
#include <optional>

namespace healed::studio {

/// A head as a mouse points at it; never changed once it is made.
struct HeadInHand {
    explicit HeadInHand(const head::Head& of);
    HeadInHand(const HeadInHand&) = delete;
    HeadInHand& operator=(const HeadInHand&) = delete;

    head::Head head;
    treatment::ScalpFrame frame;
    head::Bvh rays;
};

/// A place of a picture, 0 … 1 from its left and its top.
using PicturePlace = glm::vec2;

/// What of the surface a place of the picture shows; none for the ground behind.
std::optional<glm::vec3> surface_under(const HeadInHand& head, const render::Camera& camera, float aspect,
                                       PicturePlace place);

/// Where a point is seen; none behind the camera. Whether the head itself hides it is for is_seen() to say.
std::optional<PicturePlace> place_of(const render::Camera& camera, float aspect, glm::vec3 point_mm);
bool is_seen(const HeadInHand& head, const render::Camera& camera, glm::vec3 point_mm);

} // namespace healed::studio
