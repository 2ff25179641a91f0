#pragma once

#include <vector>

namespace healed::treatment {

/// A smooth function through given points by monotone cubics (Fritsch & Carlson 1980), so that it never
/// swings beyond them. Outlines on the scalp are such functions, read with |x|, so that left and right are
/// alike.
class MonotoneCurve {
  public:
    struct Point {
        float x; ///< rising from point to point
        float y;
    };
    MonotoneCurve() = default;
    /// Two points or more.
    explicit MonotoneCurve(std::vector<Point> points);

    /// Level before the first point and after the last.
    float at(float x) const;
    float slope(float x) const;

  private:
    std::vector<Point> points_;
    std::vector<float> slopes_;
};

} // namespace healed::treatment
