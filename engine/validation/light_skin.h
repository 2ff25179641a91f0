#pragma once

#include "skin/stack.h"
#include "validation/context.h"

namespace healed::validation {

/// The reference skin "light_II" at one of its wavelengths (400, 410 … 700 nm), from the table that lists
/// every input: skin/mcml_skin_bare.csv. Throws Error when the file or the wavelength is missing.
skin::OpticalStack light_skin(const Context& context, double wavelength_nm);

} // namespace healed::validation
