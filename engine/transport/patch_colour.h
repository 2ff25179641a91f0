#pragma once

#include "color/illuminant.h"
#include "color/lab.h"
#include "transport/patch_file.h"

#include <optional>
#include <vector>

namespace healed::transport {

/// Reflectance of the bare patch at each of its wavelengths, by adding-doubling, specular excluded.
std::vector<double> bare_reflectance(const Patch& patch);

/// The same at 380 … 780 nm: from the skin itself where it is known at every wavelength, else linear between
/// the patch's wavelengths and level beyond them. `bare` is bare_reflectance(file.patch).
color::Spectrum bare_spectrum(const PatchFile& file, const std::vector<double>& bare);

/// Whether the wavelengths reach from 420 to 680 nm, so that a colour can be stated.
bool spans_colour(const std::vector<double>& wavelengths_nm);

/// Colour of each grid point, row by row: the bare spectrum times R/R0, which is taken as linear between the
/// patch's wavelengths and level beyond them. A perfect diffuser has L* = 100.
std::vector<color::Lab> patch_lab(const PatchFile& file, const PatchReflectance& reflectance,
                                  const color::Viewing& viewing);

} // namespace healed::transport
