#pragma once

#include "treatment/density.h"
#include "treatment/treat.h"

#include <span>
#include <vector>

namespace healed::treatment {

/// Figures of a treatment as practice states them.
struct Measures {
    std::size_t dots = 0;
    std::size_t hairs = 0;
    std::vector<std::size_t> dots_by_session;
    double treated_cm2 = 0.0;          ///< see treated_skin()
    double dots_per_cm2 = 0.0;         ///< on that skin
    double nearest_neighbour_mm = 0.0; ///< mean distance from a dot to the next one, on that skin
    double nearest_neighbour_cv = 0.0; ///< its coefficient of variation: 0 a grid, 0.52 chance
    /// That mean over what chance would give at the same density (Clark & Evans, "Distance to nearest
    /// neighbor as a measure of spatial relationships in populations", 1954): 1 by chance, 2.15 at most.
    double clark_evans = 0.0;
    double smallest_distance_mm = 0.0; ///< between any two dots
    double mean_footprint_mm = 0.0;
    double mean_depth_mm = 0.0;
};

/// Where the plan wants at least half of the dots per cm² that it wants at its densest: 1 there, else 0.
ChartField treated_skin(const Densities& fields);

Measures measure(const head::Head& head, const Plan& plan, const Treatment& treatment);

/// How dots stand to one another on the treated skin.
struct Spacing {
    double per_cm2 = 0.0, mean_mm = 0.0, cv = 0.0, clark_evans = 0.0;
    /// How far the ways to nearest neighbours agree on four or on six directions, 0 … 1: 1 in a square or
    /// triangular grid, near 0 where follicles stand.
    double order = 0.0;
};
/// All 0 for fewer than two dots on that skin. `treated` is of treated_skin().
Spacing spacing(const ScalpFrame& frame, const ChartField& treated, std::span<const Dot> dots);

/// The nearest neighbour of a point; infinitely far for a single point.
struct Nearest {
    float distance_mm;
    std::uint32_t index;
};
std::vector<Nearest> nearest_neighbours(const std::vector<glm::vec3>& points_mm);
/// Their distances alone.
std::vector<float> nearest_distances_mm(const std::vector<glm::vec3>& points_mm);

} // namespace healed::treatment
