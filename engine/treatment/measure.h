#pragma once

#include "treatment/treat.h"

#include <vector>

namespace healed::treatment {

/// Figures of a treatment as practice states them.
struct Measures {
    std::size_t dots = 0;
    std::size_t hairs = 0;
    std::vector<std::size_t> dots_by_session;
    double treated_cm2 = 0.0;          ///< skin where the plan wants at least half the full density of dots
    double dots_per_cm2 = 0.0;         ///< on that skin
    double nearest_neighbour_mm = 0.0; ///< mean distance from a dot to the next one, on that skin
    double nearest_neighbour_cv = 0.0; ///< its coefficient of variation: 0 a grid, 0.52 chance
    double smallest_distance_mm = 0.0; ///< between any two dots
    double mean_footprint_mm = 0.0;
    double mean_depth_mm = 0.0;
};

Measures measure(const head::Head& head, const Plan& plan, const Treatment& treatment);

/// Distance from each point to its nearest neighbour, mm; infinite for a single point.
std::vector<float> nearest_distances_mm(const std::vector<glm::vec3>& points_mm);

} // namespace healed::treatment
