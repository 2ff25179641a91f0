#pragma once

#include <cstdint>
#include <functional>
#include <glm/glm.hpp>
#include <vector>

namespace healed::head {

/// A right-angled lattice with its own spacing along each axis, mm, rising. x[0] = −x[1]: the first layer of
/// cells straddles the plane of symmetry.
struct Lattice {
    std::vector<double> x, y, z;
};

/// Half of a symmetric surface, x at least 0. Vertices that lie on the plane of symmetry have x = 0.
struct HalfSurface {
    std::vector<glm::dvec3> positions;
    std::vector<glm::uvec3> triangles; ///< counter-clockwise seen from outside
};

/// The zero set of a signed distance (negative inside; gradient at most 1.3) as the dual of marching cubes,
/// a vertex for each sheet of the surface in a cell, so sheets that pass through one cell stay apart
/// (G. Nielson, "Dual marching cubes", IEEE Visualization 2004). Open at the floor of the lattice,
/// where its rim lies in the plane of the floor.
HalfSurface surface_nets(const Lattice& lattice, const std::function<double(glm::dvec3)>& distance_mm);

} // namespace healed::head
