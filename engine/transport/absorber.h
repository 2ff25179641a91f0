#pragma once

#include "transport/bands.h"

#include <variant>

namespace healed::transport {

/// A Gaussian cloud of ink under a flat window of skin. It leans `slant` mm sideways per mm of depth about
/// its centre.
struct DotAbsorber {
    float x_mm, y_mm;
    float slant_x = 0.0f, slant_y = 0.0f;
    float depth_mm, sigma_mm, sigma_z_mm;
    BandValues absorbing_area_mm2; ///< volume integral of the absorption coefficient: mass × mass absorption
                                   ///< (1 ng × 1 m²/g is 1e-3 mm²)
};

/// A hair below the surface: a cylinder from (x, y) at `top_mm` down to `bottom_mm`.
struct ShaftAbsorber {
    float x_mm, y_mm;
    float slant_x = 0.0f, slant_y = 0.0f;
    float radius_mm;
    float top_mm = 0.0f;
    float bottom_mm;
    BandValues absorption_per_mm;
};

/// Ink everywhere between two depths.
struct SheetAbsorber {
    float top_mm, thickness_mm;
    BandValues absorption_per_mm;
};

} // namespace healed::transport
