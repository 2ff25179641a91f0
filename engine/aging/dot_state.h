#pragma once

#include "treatment/dot.h"

namespace healed::aging {

/// A dot at a time: what light meets.
struct DotState {
    float depth_mm;                   ///< centroid of the ink below the surface
    float sigma_mm;                   ///< lateral standard deviation of the (Gaussian) deposit
    float sigma_z_mm;                 ///< vertical standard deviation
    treatment::PigmentMasses mass_ng; ///< pigment left in the skin, by component
    float ferric_ng;                  ///< magnetite that has turned to ferric red
    float darkened_ng;                ///< oxides that a laser has turned dark
    float crust;          ///< share of the fresh dot still held by the crust on the surface, 0 … 1
    float crust_cover;    ///< share of the crust's area that is dried and still attached, 0 … 1
    float crust_sigma_mm; ///< lateral standard deviation of the crust
    float flakes;         ///< share of the skin about the dot under loose flakes, 0 … 1
    float redness;        ///< added redness about the dot, as Δa* at its centre
    float veil;           ///< loss of contrast while the epidermis closes, 0 … 1
};

} // namespace healed::aging
