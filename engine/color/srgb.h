#pragma once

#include "color/observer.h"

#include <array>
#include <cstdint>

namespace healed::color {

/// Three channels of light in the sRGB primaries.
using Rgb = std::array<double, 3>;

/// The white of sRGB: D65 at chromaticity (0.3127, 0.3290), y = 1 (IEC 61966-2-1).
Xyz srgb_white();

/// XYZ relative to srgb_white() to linear sRGB and back; values outside 0 … 1 are out of the display's gamut.
Rgb linear_srgb_from_xyz(Xyz xyz);
Xyz xyz_from_linear_srgb(Rgb rgb);

/// What looks under `to` like this under `from`: von Kries scaling in Bradford's cone space
/// (Lam 1985; ICC.1:2022 annex E). Maps `from` exactly to `to`.
Xyz adapt(Xyz xyz, Xyz from, Xyz to);

/// The display curve of IEC 61966-2-1 and its inverse, monotonic also below 0 and above 1.
double srgb_encode(double linear);
double srgb_decode(double encoded);

/// Clipped to 0 … 1, encoded and rounded to 8 bits.
std::array<std::uint8_t, 3> srgb_bytes(Rgb linear);

} // namespace healed::color
