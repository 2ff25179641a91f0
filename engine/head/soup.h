#pragma once

#include <cstdint>
#include <glm/glm.hpp>
#include <vector>

namespace healed::head {

/// Triangles as a file has them: in its own unit and axes, in any winding.
struct Soup {
    std::vector<glm::vec3> positions;
    std::vector<glm::uvec3> triangles;
};

/// More than this is refused before it is read.
inline constexpr std::size_t most_faces = 8'000'000;

/// A model file as it was found.
struct ModelFile {
    Soup soup;
    std::size_t meshes = 0;   ///< that held triangles
    std::size_t polygons = 0; ///< faces of more than three corners
};

} // namespace healed::head
