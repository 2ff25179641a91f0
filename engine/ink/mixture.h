#pragma once

#include "color/spectrum.h"
#include "ink/ink.h"

#include <vector>

namespace healed::ink {

/// An absorption of 1 m²/g, in mm² per ng: 10⁶ mm² / 10⁹ ng.
inline constexpr double mm2_per_ng = 1e-3;

/// Absorption of a mixture: the sum of its pigments' mass absorption by mass fraction. m²/g of pigment.
color::Spectrum absorption_m2_per_g(const Library& library, const std::vector<Component>& components);

/// Reduced scattering of a mixture, m²/g of pigment.
color::Spectrum reduced_scattering_m2_per_g(const Library& library, const std::vector<Component>& components);

/// Absorbing area of 1 ng of an ink's pigment, mm²/ng. Spread over an area in mm² it gives the vertical
/// optical depth of a dot, in a volume in mm³ its absorption in 1/mm.
color::Spectrum absorption_mm2_per_ng(const Library& library, const Ink& ink);

/// Mean over 450 … 650 nm, where eyes are sensitive: how dark an absorption is.
double mean_absorption(const color::Spectrum& absorption);

/// How coloured a black is: the rms departure of the absorption from its mean over 450 … 650 nm, relative to
/// that mean. 0 is a neutral grey.
double colour_cast(const color::Spectrum& absorption);

} // namespace healed::ink
