#pragma once

#include "base/progress.h"
#include "gpu/device.h"
#include "skin/stack.h"
#include "transport/incidence.h"
#include "transport/leg_tally.h"

#include <cstdint>

namespace healed::transport {

/// How the legs of light run through one stack of layers at one wavelength. Under diffuse light both ends of
/// a path obey one law; a beam along the normal, or a detector that looks along it, has one of its own.
struct StackLegs {
    LegTally far;  ///< of the diffuse end, and of both under diffuse light
    LegTally near; ///< of the end that `incidence` names
};

/// Walks `photons` photons and tallies, or takes what was tallied before from the cache folder. A cache that
/// cannot be read or written is done without. Throws Error when the paths do not fit into the device's
/// buffers.
StackLegs cached_stack_legs(const gpu::Device& device, const skin::OpticalStack& stack, Incidence incidence,
                            std::uint32_t photons, std::uint32_t seed);

} // namespace healed::transport
