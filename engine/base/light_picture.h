#pragma once

#include "base/image.h"

#include <filesystem>

namespace healed {

/// Whether the name ends like a picture of light without a bound: .hdr (Radiance) or .exr (OpenEXR).
bool is_light_picture(const std::filesystem::path& path);

/// Reads such a picture as linear radiance in the primaries of sRGB, 3 channels, at least 0. Throws Error
/// naming the file for one that is missing, cut off, too large (more than 8192 pixels a side), or holds what
/// is no light: a negative, infinite or undefined value.
FloatImage read_light_picture(const std::filesystem::path& path);

} // namespace healed
