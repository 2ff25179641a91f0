#pragma once

#include "base/progress.h"
#include "gpu/device.h"
#include "skin/stack.h"
#include "transport/incidence.h"

#include <cstdint>
#include <span>
#include <vector>

namespace healed::transport {

/// Where the light goes, one value a stack, as shares of what falls on it. specular + diffuse_reflectance +
/// transmittance
/// + absorbed = 1 within the noise. `standard_error` is of diffuse_reflectance.
struct OpticsResult {
    std::vector<double> specular, diffuse_reflectance, transmittance, absorbed, standard_error;
    std::uint64_t photons = 0; ///< walked per stack: what was asked for, rounded up to whole lanes
};

/// Monte Carlo through plane stacks on the device. All stacks must have the same number of layers. The same
/// seed gives the same numbers on one device. `photons` per stack, 1 … 4e9. Long
/// paths play an unbiased roulette, so that light is not lost where nothing absorbs.
OpticsResult walk_optics(const gpu::Device& device, std::span<const skin::OpticalStack> stacks,
                         Incidence incidence, std::uint64_t photons, std::uint32_t seed,
                         const Progress& progress);

} // namespace healed::transport
