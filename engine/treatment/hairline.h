#pragma once

#include "treatment/outline.h"
#include "treatment/plan.h"
#include "treatment/scalp_frame.h"

#include <cstdint>
#include <vector>

namespace healed::treatment {

/// The front edge of the hair: from the forelock over the temporal corners, down the temples to the
/// sideburns.
class HairlineCurve {
  public:
    HairlineCurve(const ScalpFrame& frame, const Hairline& hairline, std::uint64_t seed);

    /// Distance on the skin to the curve, mm; positive behind it, where hair belongs.
    float inside_mm(glm::vec2 chart) const;
    /// The curve from the right sideburn to the left one, on the surface.
    const std::vector<glm::vec3>& points_mm() const { return points_; }
    /// Arc from the pole to the curve at an azimuth.
    float radius_mm(float azimuth_rad) const;

  private:
    float wander_mm(float azimuth_rad) const;

    const ScalpFrame& frame_;
    Hairline hairline_;
    std::uint64_t seed_;
    Outline base_; ///< before its irregularity
    float corner_azimuth_;
    std::vector<glm::vec3> points_;
};

/// The hairline that a head had before any loss, from its trichion.
Hairline natural_hairline(const ScalpFrame& frame);

} // namespace healed::treatment
