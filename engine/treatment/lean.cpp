#include "treatment/lean.h"

#include "base/parallel.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace healed::treatment {

double angle_to_growth_deg(const GrowthField& growth, std::span<const Dot> dots) {
    std::vector<double> angles(dots.size());
    parallel_for(dots.size(), 1024, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const double upright = std::cos(static_cast<double>(dots[i].tilt_rad));
            const double leaning = std::sin(static_cast<double>(dots[i].tilt_rad));
            const auto aside = static_cast<double>(glm::dot(dots[i].drift, -growth.at(dots[i].chart)));
            angles[i] = std::acos(std::clamp(upright * upright + leaning * leaning * aside, -1.0, 1.0));
        }
    });
    const double sum = std::accumulate(angles.begin(), angles.end(), 0.0);
    return dots.empty() ? 0.0 : sum / static_cast<double>(dots.size()) * 180.0 / std::numbers::pi;
}

} // namespace healed::treatment
