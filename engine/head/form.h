#pragma once

#include "head/head.h"
#include "head/radial_spline.h"

#include <glm/glm.hpp>

namespace healed::head {

/// The built-in head as an implicit surface: a signed distance of first order, mm, symmetric in x.
/// It knows no mesh; mesh, chart and landmarks are all read from it.
class Form {
  public:
    Form();

    double distance_mm(glm::dvec3 p) const;
    /// The same without ears, which is the surface that the scalp chart maps.
    double earless_distance_mm(glm::dvec3 p) const;
    /// Unit, outwards.
    glm::dvec3 normal(glm::dvec3 p) const;
    glm::dvec3 earless_normal(glm::dvec3 p) const;
    /// Moves a place near the surface along the gradient onto it.
    glm::dvec3 on_surface(glm::dvec3 p, double tolerance_mm) const;
    /// What the surface is at a place of it.
    Part part(glm::dvec3 p) const;
    /// First place of the earless surface from the cranial centre outwards.
    glm::dvec3 first_hit(glm::dvec3 direction) const;

  private:
    RadialTable skull_;
};

/// Where the body is cut off, mm.
inline constexpr double body_bottom_mm = -205.0;

} // namespace healed::head
