#pragma once

#include "skin/stack.h"
#include "transport/incidence.h"
#include "transport/optics.h"
#include "validation/context.h"

#include <cstdint>
#include <vector>

namespace healed::validation {

/// Walks any number of stacks of the same number of layers in pieces that fit a device, each piece with its
/// own random numbers. Results in the order of the stacks. `first`, `last`: the part of the family's progress
/// that this is.
transport::OpticsResult walk_all(Context& context, const std::vector<skin::OpticalStack>& stacks,
                                 transport::Incidence incidence, std::uint64_t photons, double first = 0.0,
                                 double last = 1.0);

} // namespace healed::validation
