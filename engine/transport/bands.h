#pragma once

#include <array>
#include <cstddef>

namespace healed::transport {

/// Wavelengths at which ink is followed through skin. What the ratio of inked to bare reflectance is between
/// them, transport/band_weights.h says; the bare reflectance itself is known every 5 nm
/// (engine/docs/decisions/0002-bands.md).
inline constexpr std::size_t band_count = 12;
inline constexpr std::array<double, band_count> band_nm = {430, 450, 470, 495, 515, 530,
                                                           545, 565, 590, 610, 635, 665};

/// One value a band.
using BandValues = std::array<float, band_count>;

} // namespace healed::transport
