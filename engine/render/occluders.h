#pragma once

#include "head/head.h"

namespace healed::render {

/// Triangles between few of the mesh's own vertices: those of each cube of `cell_mm` become the one nearest
/// to their mean (J. Rossignac & P. Borrel, Multi-resolution 3D approximations, 1993). Off the surface by a
/// fraction of a cell.
std::vector<glm::uvec3> coarse_triangles(const head::Mesh& mesh, float cell_mm);

} // namespace healed::render
