#pragma once

#include "head/bvh.h"
#include "head/point_cloud.h"
#include "head/soup.h"

#include <optional>

namespace healed::head {

/// A model in the axes and millimetres of a head (head.h), its triangles facing outwards.
class Scan {
  public:
    explicit Scan(Soup soup) : soup_(std::move(soup)), bvh_(soup_.positions, soup_.triangles) {}

    const Soup& soup() const { return soup_; }
    const Bvh& bvh() const { return bvh_; }
    struct Hit {
        glm::dvec3 place;
        float distance_mm;
        std::uint32_t triangle;
        glm::vec2 barycentric;
    };
    /// The first surface that faces a ray from outside; surfaces seen from behind are passed through.
    std::optional<Hit> facing(glm::dvec3 from, glm::dvec3 direction, double reach_mm) const;
    /// Places spread over the triangles near a place.
    PointCloud near(glm::dvec3 place, double radius_mm, std::size_t count) const;

  private:
    Soup soup_;
    Bvh bvh_;
};

} // namespace healed::head
