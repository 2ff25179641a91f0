#pragma once

#include "treatment/long_hair.h"

#include <glm/glm.hpp>
#include <vector>

namespace healed::render {

/// The line from which long hair is combed to both sides.
class Parting {
  public:
    Parting(const treatment::ScalpFrame& frame, const treatment::LongHair& hair);

    /// Its nearest place.
    glm::vec3 nearest(glm::vec3 place_mm) const;
    /// 1 to the head's left of it, -1 to its right.
    float side(glm::vec3 place_mm) const;

  private:
    std::vector<glm::vec3> line_mm_; ///< on the surface, front to back
};

} // namespace healed::render
