#pragma once

#include "head/bvh.h"
#include "head/head.h"

namespace healed::head {

/// Longest way through the head that is told apart, mm.
inline constexpr float greatest_thickness_mm = 60.0f;

/// Fills ambient_access and thickness_mm of the first `count` vertices from rays, then evens both out along
/// the edges of the mesh. The rays are the same for every vertex, so neighbours do not differ by chance.
void find_occlusion(Mesh& mesh, std::size_t count);

} // namespace healed::head
