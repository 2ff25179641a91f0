#pragma once

#include "physics.h"
#include "transport/patch.h"

#include <glm/glm.hpp>
#include <vector>

namespace healed::transport {

/// Most wavelengths that are followed along one path at once.
inline constexpr std::size_t most_in_group = 4;

/// Wavelengths of a patch at which the skin scatters alike, so that they share paths and differ only in what
/// they lose on them. Photons walk the layers as the least absorbing of the wavelengths finds each.
struct PathGroup {
    std::vector<std::size_t> wavelengths; ///< indices into the patch's, 1 … most_in_group
    std::vector<physics::Layer> layers;
    std::vector<glm::vec4> more_absorption; ///< a layer: of each wavelength beyond the layer's, 1/mm
};

std::vector<PathGroup> path_groups(const Patch& patch);

} // namespace healed::transport
