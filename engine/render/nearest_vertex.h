#pragma once

#include "head/head.h"
#include "treatment/point_grid.h"

#include <cstdint>

namespace healed::render {

/// Finds the vertex of a head that is nearest to a place of its surface.
class NearestVertex {
  public:
    explicit NearestVertex(const head::Mesh& mesh);
    std::uint32_t operator()(glm::vec3 place_mm) const;

  private:
    std::vector<glm::vec3> places_;
    treatment::PointGrid grid_;
};

} // namespace healed::render
