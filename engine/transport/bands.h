#pragma once

#include <array>
#include <cstddef>

namespace healed::transport {

/// Wavelengths at which ink is followed through skin. Between them the ratio of inked to bare reflectance is
/// linear; the bare reflectance itself is known every 5 nm, so blood's bands are not lost
/// (engine/docs/decisions/0002-bands.md).
inline constexpr std::size_t band_count = 8;
inline constexpr std::array<double, band_count> band_nm = {420, 450, 485, 520, 560, 600, 640, 680};

/// One value a band.
using BandValues = std::array<float, band_count>;

} // namespace healed::transport
