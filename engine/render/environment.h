#pragma once

#include "base/image.h"
#include "render/light_rig.h"

#include <filesystem>
#include <map>

namespace healed::render {

/// What a picture of the surroundings gives to a head that stands in their middle: the bright things of it as
/// at most four distant lamps of their size, shape and light, and all the rest as a sky. `lat_long` is twice
/// as wide as high; its middle lies before the head, its left is the head's left, its top is above.
///
/// A picture knows three colours and no spectrum: the light of `lights` whose white is nearest to that of a
/// card turned to the most light is taken for all of it. Its scale is free, so that card has luminance 1.
/// Throws Error when the picture is not twice as wide as high or holds no light.
LightRig rig_in(const FloatImage& lat_long, const std::map<std::string, color::Light>& lights,
                const color::Observer& observer);

/// That of a file (.hdr, .exr), read once as long as it does not change. Throws Error naming the file.
LightRig load_environment(const std::filesystem::path& assets, const std::filesystem::path& file);

} // namespace healed::render
