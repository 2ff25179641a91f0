#pragma once

#include "gpu/buffer.h"
#include "gpu/image.h"
#include "render/camera.h"
#include "render/diffusion_profile.h"

#include <array>
#include <vector>

namespace healed::render {

/// The size of a picture and how finely it is sampled.
struct Raster {
    int width; ///< pixels, 1 … 16384
    int height;
    int supersamples; ///< on a side of a pixel, 1 … 4

    bool operator==(const Raster&) const = default;
    std::uint32_t columns() const { return static_cast<std::uint32_t>(width * supersamples); }
    std::uint32_t rows() const { return static_cast<std::uint32_t>(height * supersamples); }
};

/// How often the image of each Gaussian of the diffusion is halved before it is blurred, so that a blur spans
/// few texels.
using DiffusionLevels = std::array<int, diffusion_widths>;
DiffusionLevels diffusion_levels(const Raster& raster, const Camera& camera, float depth_mm);

/// Every image of a picture.
struct Targets {
    Targets(const gpu::Device& device, const Raster& raster, const DiffusionLevels& levels);

    Raster raster;
    DiffusionLevels levels;
    gpu::Image triangle_seen, depth;
    gpu::Buffer<glm::uvec3> tile_groups; ///< one: how many tiles see the head
    gpu::Buffer<glm::uvec2> tiles;
    gpu::Image normal_depth, place, access, lamps, through;
    std::vector<gpu::Image> light;    ///< irradiance and depth, halved again and again
    std::vector<gpu::Image> across;   ///< a Gaussian's first direction, one a width
    std::vector<gpu::Image> diffused; ///< its second
    gpu::Image colour, cover;
    gpu::Image linear, picture;
};

} // namespace healed::render
