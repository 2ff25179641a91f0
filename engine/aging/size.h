#pragma once

#include "aging/healing.h"

namespace healed::aging {

/// Diameter of a dot and the standard deviation of its Gaussian deposit. A dot's edge is where the optical
/// depth has fallen to 1/e of its middle: d = 2√2 σ. With that, d² = d30² + 16 D t is diffusion itself (σ²
/// grows by 2 D t), and the middle is as deep optically as a flat disc of diameter d that holds the same ink.
inline constexpr double diameter_per_sigma = 2.8284271247461903;

/// Healed diameter over needle footprint at a depth, piecewise linear in constants.h, level beyond its ends.
double healed_size_ratio(double depth_mm);

/// Slow spread D, mm²/y.
double spread_mm2_per_year(double depth_mm);

/// Diameter of a dot: from the footprint to its healed size within weeks, then slowly wider.
double diameter_mm(double footprint_mm, double depth_mm, const HealingStage& stage);

} // namespace healed::aging
