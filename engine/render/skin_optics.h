#pragma once

#include "render/diffusion_profile.h"
#include "skin/optics.h"
#include "transport/band_colour.h"

#include <array>

namespace healed::render {

/// One band of light on one person's skin under one spectrum.
struct SkinBand {
    double reflectance;        ///< of the bare skin, diffuse in and out, mean over the band
    double per_blood;          ///< ∂ ln reflectance / ∂ ln blood
    double per_melanin;        ///< ∂ ln reflectance / ∂ ln melanin
    double attenuation_per_mm; ///< of light through a thin part
    DiffusionShares diffusion;
};

/// Bare skin as the picture needs it. Its colour is scaled so that skin under an even sky, seen along the
/// normal, is exactly as bright as its layers make it.
struct SkinOptics {
    transport::BandColour colour;
    std::array<SkinBand, transport::band_count> bands;
    double refractive_index; ///< of the surface
};

SkinOptics skin_optics(const skin::SkinSettings& settings, const skin::Haemoglobin& haemoglobin,
                       const color::Viewing& viewing);

/// A surface of equal reflectance at all wavelengths, for tests and grey cards. 0 … 1.
SkinOptics grey_card(double reflectance, const color::Viewing& viewing);

} // namespace healed::render
