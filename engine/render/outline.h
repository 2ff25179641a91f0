#pragma once

#include "head/head.h"

#include <array>
#include <optional>
#include <vector>

namespace healed::render {

/// How far a part of one half of the face reaches up and down over its width, seen from the front.
class Outline {
  public:
    Outline(const head::Mesh& mesh, head::Part part, float side);

    bool empty() const { return outer_mm_ <= inner_mm_; }
    float width_mm() const { return outer_mm_ - inner_mm_; }
    /// 0 at the end by the nose … 1 at the outer end.
    float along(float x_mm) const;
    float x_mm(float along) const;
    float lower_mm(float along) const; ///< height of its lower edge
    float upper_mm(float along) const;

  private:
    static constexpr std::size_t bins = 12;
    static float at(const std::array<float, bins>& edge, float along);

    float side_;
    float inner_mm_ = 1e9f, outer_mm_ = -1e9f; ///< |x| of its ends
    std::array<float, bins> lower_{}, upper_{};
};

/// A place of the surface of a head.
struct SurfacePlace {
    glm::vec3 position_mm;
    glm::vec3 normal;
    std::uint32_t vertex; ///< a corner of its triangle
};

/// A part of a head as it is seen from the front.
class PartFront {
  public:
    PartFront(const head::Mesh& mesh, head::Part part);
    /// The foremost place that lies at x and y, if any.
    std::optional<SurfacePlace> at(glm::vec2 xy_mm) const;

  private:
    const head::Mesh& mesh_;
    std::vector<glm::uvec3> triangles_;
};

} // namespace healed::render
