#pragma once

#include "aging/dot_state.h"
#include "base/constant.h"
#include "skin/optics.h"
#include "transport/bands.h"

#include <span>

namespace healed::study {

/// How one person's skin shows that it heals.
struct HealingOptics {
    double blood_per_redness;           ///< ∂ ln blood / ∂ Δa* of the bare skin
    transport::BandValues bare;         ///< reflectance, diffuse light, specular excluded
    transport::BandValues veil_scatter; ///< what the young epidermis scatters, over that at 560 nm
};

/// Young epidermis scatters as grown epidermis does, by wavelength.
transport::BandValues veil_scatter();

/// What is seen at the surface about a dot beside its ink and crust.
struct SurfaceMarks {
    float ln_blood; ///< natural logarithm of blood over the skin's own
    float veil_rho; ///< reflectance of the young epidermis by itself at 560 nm (shaders/physics/veil.glsl)
    float flakes;   ///< share of the skin under loose flakes, 0 … 1
};
/// Whether any of it is to be seen; of marks about a place only dots that heal count.
bool heals(const aging::DotState& state);
SurfaceMarks surface_marks(const aging::DotState& state, const HealingOptics& skin);

/// What a loose flake sends back by itself, at all wavelengths.
float flake_rho();

/// What light does with healing skin beyond what the model of time says of it, for people.
std::span<const Constant> healing_constants();

/// R/R0 of skin with a ratio below its surface, once flush, veil and flakes are upon it. `per_blood` is
/// ∂ ln reflectance / ∂ ln blood.
transport::BandValues with_marks(const transport::BandValues& ratio, const SurfaceMarks& marks,
                                 const HealingOptics& skin, const transport::BandValues& per_blood);

} // namespace healed::study
