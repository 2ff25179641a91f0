#pragma once

#include "skin/stack.h"
#include "transport/leg_tally.h"

#include <span>
#include <vector>

namespace healed::transport {

/// What the paths of a pool weigh in stacks that scatter as the walked one does and absorb otherwise:
/// absorption changes no path, only its weight, by exp(−Σ Δμa · length within the layer). Up to four stacks
/// of the same layers; weights of stacks that are not there are 0. Good while no wanted absorption is far
/// below the walked one: paths that had lost their weight in the walk are missing.
std::vector<FourWeights> weights_under(std::span<const skin::OpticalStack> wanted,
                                       const skin::OpticalStack& walked, std::span<const PooledPath> paths,
                                       std::span<const glm::vec3> vertices);

} // namespace healed::transport
