#include "head/first_lies.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace healed::head {
namespace {

glm::dmat3 turn_of(double w, double x, double y, double z) {
    return {{1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y)},
            {2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x)},
            {2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)}};
}

} // namespace

// M. Alexa, "Super-Fibonacci spirals", CVPR 2022.
std::vector<glm::dmat3> even_turns() {
    std::vector<glm::dmat3> all;
    const glm::dvec3 axes[] = {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}};
    for (const glm::dvec3& up : axes)
        for (const glm::dvec3& ahead : axes)
            if (glm::dot(up, ahead) == 0.0)
                all.push_back({glm::cross(up, ahead), up, ahead});
    constexpr int count = 280;
    constexpr double phi = std::numbers::sqrt2, psi = 1.533751168755204288118041413;
    for (int i = 0; i < count; ++i) {
        const double s = i + 0.5, t = s / count;
        const double a = 2.0 * std::numbers::pi * s / phi, b = 2.0 * std::numbers::pi * s / psi;
        all.push_back(turn_of(std::sqrt(t) * std::sin(a), std::sqrt(t) * std::cos(a),
                              std::sqrt(1.0 - t) * std::sin(b), std::sqrt(1.0 - t) * std::cos(b)));
    }
    return all;
}

Lie hung_from_top(const PointCloud& cloud, const glm::dmat3& turn, const glm::dvec3& pivot, double crown_mm) {
    Lie lie{.turn = turn, .pivot = pivot};
    std::vector<double> heights;
    for (const SurfacePoint& point : cloud.points())
        heights.push_back(glm::dot(turn[1], glm::dvec3(point.position)));
    const auto top = heights.begin() + std::ptrdiff_t(double(heights.size()) * 0.998);
    std::vector<double> sorted = heights;
    const auto highest = sorted.begin() + (top - heights.begin());
    std::nth_element(sorted.begin(), highest, sorted.end());
    glm::dvec3 sum(0.0);
    double count = 0.0;
    for (std::size_t i = 0; i < heights.size(); ++i)
        if (heights[i] > *highest - 170.0) {
            sum += glm::dvec3(cloud.points()[i].position);
            count += 1.0;
        }
    const glm::dvec3 middle = sum / count;
    lie.shift = middle + turn[1] * (*highest - crown_mm - glm::dot(turn[1], middle));
    return lie;
}

} // namespace healed::head
