#pragma once

#include "transport/bands.h"

namespace healed::transport {

/// A Gaussian cloud of absorber under a flat window of skin, as light meets it. A tilted one leans by `slant`
/// mm sideways per mm of depth. `absorbing_area_mm2` is the volume integral of its absorption coefficient
/// (mass × mass absorption: 1 ng × 1 m²/g = 1e-3 mm²), so its peak absorption is that over (2π)^1.5 σ² σ_z.
struct Deposit {
    float x_mm, y_mm;
    float slant_x, slant_y;
    float depth_mm, sigma_mm, sigma_z_mm;
    BandValues absorbing_area_mm2;
};

/// A hair below the surface: a straight absorbing cylinder from the surface down along its slant.
struct Shaft {
    float x_mm, y_mm;
    float slant_x, slant_y;
    float radius_mm, bottom_mm;
    BandValues absorption_per_mm;
};

} // namespace healed::transport
