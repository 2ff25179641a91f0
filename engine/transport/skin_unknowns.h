#pragma once

#include "skin/settings.h"

#include <array>

namespace healed::transport {

/// The five settings that a spectrum is asked for, in this order everywhere.
inline constexpr std::array<const char*, 5> unknown_names{"melanin_fraction", "blood_fraction", "saturation",
                                                          "scattering_factor", "baseline_factor"};
inline constexpr std::size_t unknown_count = unknown_names.size();
using Unknowns = std::array<double, unknown_count>;

/// One of them: the bounds that it cannot leave, and what is likely before anything was measured.
struct Unknown {
    double skin::SkinSettings::*setting;
    double low, high; ///< bounds
    double likely;    ///< middle of what is likely
    double spread;    ///< its standard deviation, in the coordinate below
};
const std::array<Unknown, unknown_count>& unknowns();

/// Coordinates without bounds, in which the search runs and likelihoods are normal: the logit of the place
/// between the logarithms of the bounds (of the bounds themselves for saturation), scaled so that a step is
/// one in the logarithm where the bounds are far.
Unknowns coordinates_of(const skin::SkinSettings& settings);
/// The same settings with the five replaced.
skin::SkinSettings settings_at(const Unknowns& coordinates, skin::SkinSettings settings);
Unknowns likely_coordinates();
Unknowns likely_spread();
/// How much each setting changes with its coordinate.
Unknowns slopes_at(const Unknowns& coordinates);

} // namespace healed::transport
