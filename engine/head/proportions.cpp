#include "head/proportions.h"

#include "head/distance.h"

#include <algorithm>

namespace healed::head {
namespace {

/// ∫ ramp(−half, half, x) dx from far below: 0 there, x far above.
double soft_rise(double x, double half) {
    const double t = std::clamp((x + half) / (2.0 * half), 0.0, 1.0);
    return 2.0 * half * t * t * t * t * (t * t - 3.0 * t + 2.5) + std::max(x - half, 0.0);
}

/// One axis: below the bend lengths are divided by `low`, above by `high`; 0 stays 0.
struct Axis {
    double low, high, half;

    double to_median(double x) const {
        return x / low + (1.0 / high - 1.0 / low) * (soft_rise(x, half) - soft_rise(0.0, half));
    }
    double from_median(double m) const {
        double x = m * (m > 0.0 ? high : low);
        for (int step = 0; step < 6; ++step) {
            const double slope = 1.0 / low + (1.0 / high - 1.0 / low) * ramp(-half, half, x);
            x -= (to_median(x) - m) / slope;
        }
        return x;
    }
};

constexpr double bend_mm = 28.0; ///< half the way over which one factor passes into the other; assumed

} // namespace

double Proportions::width_at(double height) const {
    return neck + (jaw - neck) * ramp(-135.0, -95.0, height) + (face - jaw) * ramp(-75.0, -25.0, height) +
           (crown - face) * ramp(8.0, 48.0, height);
}

glm::dvec3 Proportions::to_median(glm::dvec3 p) const {
    const double height = Axis{down, up, bend_mm}.to_median(p.y);
    return {p.x / width_at(height), height, Axis{behind, ahead, bend_mm}.to_median(p.z)};
}

glm::dvec3 Proportions::from_median(glm::dvec3 m) const {
    return {m.x * width_at(m.y), Axis{down, up, bend_mm}.from_median(m.y),
            Axis{behind, ahead, bend_mm}.from_median(m.z)};
}

double Proportions::least() const {
    return std::min({crown, face, jaw, neck, up, down, ahead, behind});
}

} // namespace healed::head
