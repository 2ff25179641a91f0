#pragma once

#include "base/image.h"
#include "render/light_rig.h"

#include <glm/glm.hpp>
#include <vector>

namespace healed::render {

/// A pixel of a picture of all directions.
struct Ray {
    glm::vec3 towards; ///< unit
    glm::vec3 rgb;     ///< radiance
    float luminance;
    float steradian;
    float side_rad; ///< of the pixel
    int region;     ///< number of the bright thing that it belongs to; none: -1
};

/// The pixels of a picture as rig_in() describes it, row by row, none in a region.
std::vector<Ray> rays_of(const FloatImage& lat_long);

/// Puts what is much brighter than the mean into regions, each in one piece and no wider than a lamp can be
/// flat, brightest first, at most `max_lamps`. What is bright but small beside all the light stays where it
/// is. Returns their number.
int find_bright_regions(std::vector<Ray>& rays, int columns);

/// An even rectangle as far off as makes no difference, of the region's direction, moments and light.
Lamp lamp_of(const std::vector<Ray>& rays, int region);

} // namespace healed::render
