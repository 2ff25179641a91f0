#pragma once

#include "head/soup.h"

#include <filesystem>

namespace healed::head {

/// Reads the triangles of an OBJ, glTF, GLB, PLY, FBX or STL file through Assimp, with the transforms of its
/// nodes; larger faces are cut into triangles. The foreign parser runs in a process of its own with bounded
/// memory and time, so that a broken file costs an Error, never the program. Throws Error naming the file
/// also when it holds no faces or more than most_faces.
ModelFile read_model_file(const std::filesystem::path& file);

} // namespace healed::head
