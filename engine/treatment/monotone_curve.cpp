#include "treatment/monotone_curve.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace healed::treatment {

MonotoneCurve::MonotoneCurve(std::vector<Point> points)
    : points_(std::move(points)), slopes_(points_.size(), 0.0f) {
    assert(points_.size() >= 2);
    for (std::size_t i = 1; i + 1 < points_.size(); ++i) {
        const float before = points_[i].x - points_[i - 1].x;
        const float after = points_[i + 1].x - points_[i].x;
        assert(before > 0.0f && after > 0.0f);
        const float rise = (points_[i].y - points_[i - 1].y) / before;
        const float next = (points_[i + 1].y - points_[i].y) / after;
        if (rise * next > 0.0f)
            slopes_[i] =
                3.0f * (before + after) / ((2.0f * after + before) / rise + (after + 2.0f * before) / next);
    }
}

float MonotoneCurve::at(float x) const {
    if (x <= points_.front().x)
        return points_.front().y;
    if (x >= points_.back().x)
        return points_.back().y;
    const auto next = std::upper_bound(points_.begin(), points_.end(), x,
                                       [](float value, const Point& point) { return value < point.x; });
    const auto i = static_cast<std::size_t>(next - points_.begin()) - 1;
    const float step = points_[i + 1].x - points_[i].x;
    const float t = (x - points_[i].x) / step;
    const float u = 1.0f - t;
    return points_[i].y * (1.0f + 2.0f * t) * u * u + slopes_[i] * step * t * u * u +
           points_[i + 1].y * t * t * (3.0f - 2.0f * t) - slopes_[i + 1] * step * t * t * u;
}

float MonotoneCurve::slope(float x) const {
    const float step = 1e-3f * (points_.back().x - points_.front().x);
    return (at(x + step) - at(x - step)) / (2.0f * step);
}

} // namespace healed::treatment
