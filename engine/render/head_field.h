#pragma once

#include "head/head.h"

#include <cstdint>
#include <vector>

namespace healed::render {

/// How far places about a head lie from it, and which way is out: a grid of cubes, evened out so that hair
/// does not catch on the folds of ears and lids.
class HeadField {
  public:
    explicit HeadField(const head::Head& head);

    float height_mm(glm::vec3 place_mm) const;      ///< over the surface; below 0 inside
    glm::vec3 outwards(glm::vec3 place_mm) const;   ///< unit
    std::uint32_t vertex(glm::vec3 place_mm) const; ///< of the mesh, about the nearest
    /// Height about which necks pass into shoulders, and how far forward the shoulders' ridge lies.
    float shoulders_mm() const { return shoulders_mm_; }
    float shoulder_ridge_mm() const { return shoulder_ridge_mm_; }

  private:
    static constexpr float cube_mm = 4.0f;
    std::size_t cell(glm::ivec3 cube) const;
    void spread_nearest(const head::Mesh& mesh);
    void even_out(int axis);

    float shoulders_mm_, shoulder_ridge_mm_;
    glm::vec3 low_mm_;
    glm::ivec3 cubes_;
    std::vector<std::uint32_t> nearest_;
    std::vector<float> height_mm_;
};

} // namespace healed::render
