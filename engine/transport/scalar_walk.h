#pragma once

#include "skin/stack.h"
#include "transport/incidence.h"

#include <cstdint>

namespace healed::transport {

/// Where the weight of a walk's photons went.
struct ScalarWalk {
    std::uint64_t photons = 0;
    std::uint64_t events = 0; ///< scatterings and interfaces met
    double reflected = 0.0;   ///< Σ weight that left above; shares of the light after division by photons
    double transmitted = 0.0;
    double absorbed = 0.0;
};

/// The walk of walk_optics without a device: one photon after the other on one thread, the same source of
/// physics compiled as plain C++ in float. What any faster walk is held against, in result and in speed.
ScalarWalk scalar_walk(const skin::OpticalStack& stack, Incidence incidence, std::uint64_t photons,
                       std::uint32_t seed);

} // namespace healed::transport
