#pragma once

#include "skin/stack.h"
#include "transport/incidence.h"

#include <filesystem>
#include <vector>

namespace healed::cli {

/// Plane layers between two clear media as MEDIUM.json states them.
struct Medium {
    std::vector<double> wavelengths_nm;
    transport::Incidence incidence;
    std::vector<skin::OpticalStack> stacks; ///< one per wavelength, equal but for their coefficients
};

/// Throws Error naming file, field and value for broken JSON, unknown keys, values out of range, lists whose
/// length is not that of wavelengths_nm, and an endless layer that is not the last.
Medium read_medium(const std::filesystem::path& path);

} // namespace healed::cli
