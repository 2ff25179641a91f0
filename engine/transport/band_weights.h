#pragma once

#include "color/spectrum.h"
#include "skin/optics.h"
#include "transport/bands.h"

#include <array>
#include <cstddef>

namespace healed::transport {

/// How the ratio of inked to bare reflectance at 380, 385 … 780 nm follows from that in the bands:
/// ratio(λ) = Σ weights[λ][band] · ratio[band]. The weights of a wavelength add up to 1, so that no ink is no
/// change.
using BandWeights = std::array<std::array<double, band_count>, color::wavelength_count>;

/// Straight lines between the bands, level beyond the first and the last.
BandWeights linear_band_weights();

/// Fitted to one person's skin (engine/docs/decisions/0002-bands.md): least squares over a family of made-up
/// absorbers as sheets on and in it, held to the straight lines where the family does not tell. Where blood
/// keeps light near the surface the ratio is nearer to 1 than in the bands beside, which straight lines do
/// not know. Takes about 0.1 s of one core.
BandWeights fitted_band_weights(const skin::Skin& skin);

/// Mean of a spectrum over the wavelengths that a band stands for.
double mean_over_band(std::size_t band, const color::Spectrum& values);

} // namespace healed::transport
