#pragma once

#include "head/features.h"
#include "head/head.h"
#include "head/proportions.h"
#include "head/radial_spline.h"

#include <glm/glm.hpp>

namespace healed::head {

/// The built-in head as an implicit surface: a signed distance of first order, mm, symmetric in x.
/// It knows no mesh; mesh, chart and landmarks are all read from it. The features of the median man are
/// stretched to the proportions asked for.
class Form {
  public:
    explicit Form(const Proportions& proportions = {}, const Traits& traits = {});

    double distance_mm(glm::dvec3 p) const;
    /// The same without ears, which is the surface that the scalp chart maps.
    double earless_distance_mm(glm::dvec3 p) const;
    /// To the ear of that side alone; not below the true one far from it.
    double ear_distance_mm(glm::dvec3 p) const;
    /// Unit, outwards.
    glm::dvec3 normal(glm::dvec3 p) const;
    glm::dvec3 earless_normal(glm::dvec3 p) const;
    /// Moves a place near the surface along the gradient onto it.
    glm::dvec3 on_surface(glm::dvec3 p, double tolerance_mm) const;
    /// What the surface is at a place of it.
    Part part(glm::dvec3 p) const;
    /// First place of the earless surface from the cranial centre outwards.
    glm::dvec3 first_hit(glm::dvec3 direction) const;
    /// Where lines of sight into the head meet: behind the ear canals' height, so that cranium and face are
    /// both seen whole. Centre of the scalp chart.
    glm::dvec3 centre() const { return centre_; }
    /// Height at which the body is cut off.
    double bottom() const { return bottom_; }
    /// Where a place of the median man lies on this head.
    glm::dvec3 place(glm::dvec3 on_median) const { return proportions_.from_median(on_median); }
    const Proportions& proportions() const { return proportions_; }
    const Traits& traits() const { return traits_; }

  private:
    const RadialTable& skull_;
    Proportions proportions_;
    Traits traits_;
    double least_;
    glm::dvec3 centre_;
    double bottom_;

    glm::dvec3 median(glm::dvec3 p) const;
    double median_earless(glm::dvec3 m) const;
};

/// Where the body of the median man is cut off, mm.
inline constexpr double body_bottom_mm = -325.0;

} // namespace healed::head
