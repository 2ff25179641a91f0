#pragma once

#include "gpu/buffer.h"
#include "passes/path_span.h"
#include "skin/stack.h"
#include "transport/incidence.h"

#include <cstdint>
#include <glm/glm.hpp>
#include <vector>

namespace healed::transport {

/// One returning path in a pool: `count` (at least 2) vertices from `first`, and what comes back of a photon
/// of weight 1.
using PooledPath = passes::PathSpan;

/// Paths of light that return from bare skin, walked on the device from the detector (the origin) backwards.
/// Whatever asks about ink at one wavelength reads them: the slice tables, the tables of single dots.
struct PathPool {
    double launched = 0.0;         ///< photons
    double bare_reflectance = 0.0; ///< Σ weight / launched: R0, specular excluded
    std::vector<PooledPath> paths; ///< those that returned, longest first
    gpu::Buffer<PooledPath> path_buffer;
    gpu::Buffer<glm::vec3> vertices; ///< mm, z downwards
};

/// Walks `photons` photons. Throws Error when what they return does not fit into a buffer.
PathPool walk_paths(const gpu::Device& device, const skin::OpticalStack& stack, Incidence incidence,
                    std::uint32_t photons, std::uint32_t seed);

} // namespace healed::transport
