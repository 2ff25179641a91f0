#pragma once

#include <cstddef>
#include <glm/glm.hpp>
#include <vector>

namespace healed::head {

/// A closed surface, symmetric left and right, seen from a centre inside: its radius over directions is the
/// spline that bends least while it passes the given places. The kernel is |d − dᵢ|³ with linear terms
/// (Duchon 1977, polyharmonic spline in space, here on the unit sphere), which keeps curvature continuous.
class RadialSpline {
  public:
    /// A place that the surface passes; `tolerance` lets it miss in favour of smoothness (0: exactly).
    /// Places beside the midline stand for both sides.
    struct Place {
        glm::dvec3 position_mm;
        double tolerance;
    };

    RadialSpline(glm::dvec3 centre_mm, const std::vector<Place>& places);

    glm::dvec3 centre_mm() const { return centre_mm_; }
    /// Radius in a unit direction, mm.
    double radius_mm(glm::dvec3 direction) const;

  private:
    glm::dvec3 centre_mm_;
    std::vector<glm::dvec3> directions_;
    std::vector<double> weights_; ///< one a direction, then the constant, y and z terms
};

/// The same surface read from a table of cubic B-splines over the azimuthal equidistant map about +y, so a
/// reading costs tens of nanoseconds. The direction straight down is singular.
class RadialTable {
  public:
    explicit RadialTable(const RadialSpline& spline);

    glm::dvec3 centre_mm() const { return centre_mm_; }
    double radius_mm(glm::dvec3 direction) const;
    /// Signed distance of first order to the surface.
    double distance_mm(glm::dvec3 p) const;

  private:
    static constexpr int side = 512;
    glm::dvec3 centre_mm_;
    std::vector<glm::vec2> radius_and_slant_; ///< mm; cosine between ray and normal
    glm::dvec2 at(glm::dvec3 direction) const;
    static double place(std::size_t i);
    double slant(std::size_t i, std::size_t j) const;
    void sharpen();
};

} // namespace healed::head
