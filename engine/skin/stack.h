#pragma once

#include <limits>
#include <string>
#include <vector>

namespace healed::skin {

/// One plane layer as light of one wavelength meets it. Henyey–Greenstein scattering.
struct OpticalLayer {
    double thickness_mm;           ///< above 0; infinity only for the last layer
    double refractive_index;       ///< 1 … 3
    double anisotropy;             ///< mean cosine g of the scattering angle, -0.99 … 0.99
    double absorption_per_mm;      ///< at least 0
    double scattering_per_mm;      ///< at least 0
};

/// A stack of plane layers from the surface down, between two clear media.
struct OpticalStack {
    double index_above = 1.0;
    double index_below = 1.0;
    std::vector<OpticalLayer> layers;
};

} // namespace healed::skin
