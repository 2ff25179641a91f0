#pragma once

#include <glm/glm.hpp>

namespace healed::head {

/// How the median man's head is stretched into another one: factors on his millimetres. Each passes into the
/// next over some centimetres with continuous curvature; the origin between the ears stays where it is.
struct Proportions {
    double crown = 1, face = 1, jaw = 1, neck = 1; ///< widths, from the top down
    double up = 1, down = 1;                       ///< heights above and below the ears
    double ahead = 1, behind = 1;                  ///< depths before and behind the ears

    glm::dvec3 to_median(glm::dvec3 p) const;
    glm::dvec3 from_median(glm::dvec3 m) const;
    /// The least factor that lengths near the head are multiplied by.
    double least() const;

  private:
    double width_at(double median_height) const;
};

} // namespace healed::head
