#pragma once

#include <vector>

namespace healed::treatment {

/// A closed curve about the scalp's pole, alike on both sides: radius over |azimuth|, through given places by
/// monotone cubics (Fritsch & Carlson 1980), so that it never swings beyond them.
class Outline {
  public:
    struct Place {
        float azimuth_rad; ///< 0 … π, rising
        float radius_mm;
    };
    Outline() = default;
    explicit Outline(std::vector<Place> places);

    /// Level before the first place and after the last.
    float radius_mm(float azimuth_rad) const;
    /// Distance to the outline, positive beyond it; first-order, so good near it.
    float beyond_mm(float azimuth_rad, float radius_mm) const;

  private:
    std::vector<Place> places_;
    std::vector<float> slopes_;
};

} // namespace healed::treatment
