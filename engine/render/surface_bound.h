#pragma once

#include "render/camera.h"

#include <cstdint>
#include <glm/glm.hpp>

namespace healed::render {

/// A ball round a part of a surface, and a cone round its normals.
struct SurfaceBound {
    glm::vec3 centre_mm;
    float radius_mm;
    glm::vec3 outwards; ///< unit: about the mean of the normals
    float spread_rad;   ///< greatest angle between that and any of them
};

/// Whether a camera's picture, `aspect` times as wide as high, may hold some of it.
bool in_picture(const SurfaceBound& bound, const Camera& camera, float aspect);

/// Whether a camera may see the side that the normals point to, or would from `beyond_rad` further round.
bool may_face(const SurfaceBound& bound, const Camera& camera, float beyond_rad);

/// Orders places so that neighbours of space are neighbours in memory: the Morton code of whole mm within
/// half a metre of the origin.
std::uint64_t morton(glm::vec3 place_mm);

} // namespace healed::render
