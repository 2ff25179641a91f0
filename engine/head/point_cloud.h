#pragma once

#include "head/soup.h"

#include <optional>

namespace healed::head {

/// A place of a surface with its unit normal.
struct SurfacePoint {
    glm::vec3 position, normal;
    bool at_rim = false; ///< by an open border, beyond which the surface may go on unseen
};

/// About `count` places spread over the triangles in proportion to their area; the same each time.
std::vector<SurfacePoint> spread_over(const Soup& soup, std::size_t count);

/// Places of a surface, to be found by nearness (J. Bentley's k-d tree, 1975).
class PointCloud {
  public:
    explicit PointCloud(std::vector<SurfacePoint> points);

    const std::vector<SurfacePoint>& points() const { return points_; }
    /// The nearest place within `reach`.
    const SurfacePoint* nearest(glm::vec3 place, float reach) const;

  private:
    std::vector<SurfacePoint> points_; ///< each range's middle splits it along the axis of its depth
    void sort(std::size_t begin, std::size_t end, int axis);
    void search(std::size_t begin, std::size_t end, int axis, glm::vec3 place, float& square,
                const SurfacePoint*& best) const;
};

} // namespace healed::head
