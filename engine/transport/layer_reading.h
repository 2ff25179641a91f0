#pragma once

#include "base/json.h"
#include "skin/stack.h"

#include <vector>

namespace healed::transport {

/// Wavelengths of a file about light in layers: 1 … 2000 values under "wavelengths_nm", nm within `range`.
std::vector<double> read_wavelengths(JsonReader& json, Range range = {100, 10000});

/// One value a wavelength, each within `range`.
std::vector<double> read_spectrum(JsonReader& json, const char* key, Range range,
                                  std::size_t wavelength_count);

/// Plane layers between two clear media as "n_above", "n_below" (1 where not given) and the list "layers" of
/// `json` state them: thickness_mm (the last may be "inf"), n, g, absorption_per_mm and scattering_per_mm.
/// One stack a wavelength, equal but for their coefficients. Throws Error naming file, field and value for
/// anything else. Leaves finish() to the caller.
std::vector<skin::OpticalStack> read_stacks(JsonReader& json, std::size_t wavelength_count);

} // namespace healed::transport
