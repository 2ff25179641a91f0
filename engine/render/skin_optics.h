#pragma once

#include "render/diffusion_profile.h"
#include "skin/optics.h"
#include "transport/band_colour.h"

#include <array>

namespace healed::render {

/// ln (reflectance over that of the skin as it is) for u = ln (melanin over the skin's own): c₁u + c₂u² +
/// c₃u³, exact at the u of `melanin_nodes` and within 0.01 between them: from vitiligo to birthmarks.
using MelaninCurve = std::array<double, 3>;
inline constexpr std::array<double, 3> melanin_nodes{-3.0, -1.0, 1.0};

/// One band of light on one person's skin under one spectrum.
struct SkinBand {
    double reflectance;        ///< of the bare skin, diffuse in and out, mean over the band
    double per_blood;          ///< ∂ ln reflectance / ∂ ln blood
    double per_vein;           ///< -ln of what is left of it over the middle of a vein
    MelaninCurve melanin;      ///< what more or less melanin does to it
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
