#pragma once

#include <cstdint>
#include <glm/glm.hpp>
#include <span>
#include <vector>

namespace healed::treatment {

/// A point of a set that is to be thinned, and the density of the set that it is to belong to.
struct Sample {
    glm::vec3 position_mm;
    float per_mm2;           ///< density of the finished set about this place, above 0
    std::uint32_t block = 0; ///< which part of the surface it lies in
    bool fixed = false;      ///< stays in any case, and keeps others away
};

/// Weighted sample elimination (Yuksel, "Sample Elimination for Generating Poisson Disk Sample Sets", 2015)
/// on a surface: takes away the most crowded sample again and again until each block is down to its quota of
/// samples that are not fixed, so that densities are met in every block and not on the whole alone. Distances
/// are straight, which is the arc on skin at these spacings, and count in units of the local spacing. Returns
/// the indices of the samples kept (fixed ones not among them), rising. Depends on its arguments alone.
std::vector<std::uint32_t> eliminate(std::span<const Sample> samples, std::span<const std::size_t> quotas);

} // namespace healed::treatment
