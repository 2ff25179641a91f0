#pragma once

#include <cstdint>
#include <glm/glm.hpp>
#include <vector>

namespace healed::treatment {

/// Points sorted into cubes, to find those near a place. Memory stays bounded: cubes grow when points lie far
/// apart.
class PointGrid {
  public:
    PointGrid(const std::vector<glm::vec3>& points_mm, float cube_mm);

    /// Calls visit(index) for each point in the cubes that a ball about the place touches.
    template <typename Visit>
    void visit_near(glm::vec3 place_mm, float radius_mm, Visit visit) const {
        const glm::ivec3 low = cube_of(place_mm - radius_mm), high = cube_of(place_mm + radius_mm);
        for (int z = low.z; z <= high.z; ++z)
            for (int y = low.y; y <= high.y; ++y) {
                // Cubes of a row lie one after another, so a row is one run of points.
                const std::size_t row = cell({low.x, y, z});
                const std::size_t end = first_[row + static_cast<std::size_t>(high.x - low.x) + 1];
                for (std::size_t i = first_[row]; i < end; ++i)
                    visit(order_[i]);
            }
    }

  private:
    glm::ivec3 cube_of(glm::vec3 place_mm) const;
    std::size_t cell(glm::ivec3 cube) const;

    glm::vec3 low_{};
    float cube_mm_;
    glm::ivec3 cubes_{1};
    std::vector<std::uint32_t> first_;
    std::vector<std::uint32_t> order_;
};

} // namespace healed::treatment
