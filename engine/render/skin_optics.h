#pragma once

#include "color/illuminant.h"
#include "render/diffusion_profile.h"
#include "skin/optics.h"
#include "transport/bands.h"

#include <array>

namespace healed::render {

/// One band of light on one person's skin under one spectrum.
struct SkinBand {
    color::Xyz xyz;            ///< what a ratio of 1 in this band gives of XYZ under unit irradiance
    double reflectance;        ///< of the bare skin, diffuse in and out, mean over the band
    double per_blood;          ///< ∂ ln reflectance / ∂ ln blood
    double per_melanin;        ///< ∂ ln reflectance / ∂ ln melanin
    double attenuation_per_mm; ///< of light through a thin part
    DiffusionShares diffusion;
};

/// Bare skin as the picture needs it: XYZ = Σ band.xyz · ratio, where ratio is the reflectance over that of
/// the bare skin, linear between the wavelengths of transport::band_nm. A perfect white has y = 1.
struct SkinOptics {
    std::array<SkinBand, transport::band_count> bands;
    color::Xyz white;        ///< of the light
    double refractive_index; ///< of the surface

    color::Xyz bare_xyz() const;
};

SkinOptics skin_optics(const skin::SkinSettings& settings, const skin::Haemoglobin& haemoglobin,
                       const color::Viewing& viewing);

/// A surface of equal reflectance at all wavelengths, for tests and grey cards. 0 … 1.
SkinOptics grey_card(double reflectance, const color::Viewing& viewing);

} // namespace healed::render
