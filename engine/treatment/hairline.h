#pragma once

#include "treatment/monotone_curve.h"
#include "treatment/plan.h"
#include "treatment/scalp_frame.h"

#include <cstdint>
#include <vector>

namespace healed::treatment {

/// The front edge of the hair: from the forelock over the temporal corners, down the temples to the
/// sideburns. Throws Error naming the place for a drawn curve that does not run from right to left over the
/// front.
class HairlineCurve {
  public:
    HairlineCurve(const ScalpFrame& frame, const Hairline& hairline, std::uint64_t seed);

    /// Distance on the skin to the irregular edge, mm; positive behind it, where hair belongs. Good within
    /// 40 mm of it; farther off some distance of at least that.
    float inside_mm(glm::vec2 chart) const;
    /// The even curve that the edge wanders about, from the right sideburn to the left one, on the surface.
    const std::vector<glm::vec3>& points_mm() const { return points_; }
    /// Arc from the pole to that curve at an azimuth.
    float radius_mm(float azimuth_rad) const { return base_.at(azimuth_rad); }
    /// Azimuth of the temporal corner on the head's left; the right one lies mirrored.
    float corner_azimuth_rad() const { return corner_azimuth_; }
    /// Mean angle between the edges of forehead and temple, by chords of 18 mm from the corners.
    float temple_angle_deg() const;
    /// An odd number of places from corner to corner, 3 or more, that draw this curve (Hairline::curve).
    std::vector<Place> control_places(int count) const;

  private:
    float wander_mm(glm::vec2 flat_mm, float azimuth_rad) const;

    const ScalpFrame& frame_;
    Hairline hairline_;
    std::uint64_t seed_;
    MonotoneCurve base_; ///< arc from the pole over the azimuth
    float corner_azimuth_;
    std::vector<glm::vec3> points_;
    glm::vec3 low_mm_, high_mm_; ///< box about the points
};

/// Arc from the pole, at an azimuth, to where the skin has come down to the height that it has on the midline
/// at `middle_mm`: a hairline without recession runs level across the forehead.
float level_radius_mm(const ScalpFrame& frame, float middle_mm, float azimuth_rad);

/// The hairline that a head had before any loss, from its trichion.
Hairline natural_hairline(const ScalpFrame& frame);

} // namespace healed::treatment
