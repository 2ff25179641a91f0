#include "render/targets.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>

namespace healed::render {
namespace {

// A Gaussian narrower than this many texels would lose its shape, though what halving and sampling widen is
// taken off.
constexpr double narrowest_sigma_texels = 1.0;
constexpr int most_halvings = 9;

gpu::Extent halved(const Raster& raster, int level) {
    const auto side = [&](std::uint32_t samples) {
        return std::max(1u, (samples + (1u << level) - 1) >> level);
    };
    return {side(raster.columns()), side(raster.rows())};
}

} // namespace

DiffusionLevels diffusion_levels(const Raster& raster, const Camera& camera, float depth_mm) {
    DiffusionLevels levels;
    const double sample_mm = camera.pixel_mm(depth_mm, static_cast<int>(raster.rows()));
    for (std::size_t g = 0; g < diffusion_widths; ++g) {
        const double halvings = std::log2(diffusion_sigma_mm[g] / sample_mm / narrowest_sigma_texels);
        levels[g] = std::clamp(static_cast<int>(std::floor(halvings)), 0, most_halvings);
    }
    return levels;
}

Targets::Targets(const gpu::Device& device, const Raster& size, const DiffusionLevels& halvings)
    : raster(size), levels(halvings),
      triangle_seen(device, "triangle seen", gpu::Format::r32ui, halved(size, 0)),
      depth(device, "depth", gpu::Format::depth32f, halved(size, 0)), tile_groups(device, "tile groups", 1),
      tiles(device, "tiles", std::size_t{(size.columns() + 7) / 8} * ((size.rows() + 7) / 8)),
      normal_depth(device, "normal and depth", gpu::Format::rgba32f, halved(size, 0)),
      place(device, "place", gpu::Format::rgba32f, halved(size, 0)),
      access(device, "access", gpu::Format::rgba16f, halved(size, 0)),
      lamps(device, "lamps", gpu::Format::rgba16f, halved(size, 0)),
      through(device, "through", gpu::Format::rgba16f, halved(size, 0)),
      colour(device, "colour", gpu::Format::rgba16f, halved(size, 0)),
      cover(device, "hair cover", gpu::Format::r32ui, {size.columns(), size.rows(), 4}),
      linear(device, "linear", gpu::Format::rgba32f,
             {static_cast<std::uint32_t>(size.width), static_cast<std::uint32_t>(size.height)}),
      picture(device, "picture", gpu::Format::rgba8,
              {static_cast<std::uint32_t>(size.width), static_cast<std::uint32_t>(size.height)}) {
    const int deepest = *std::max_element(levels.begin(), levels.end());
    for (int level = 0; level <= deepest; ++level)
        light.emplace_back(device, fmt::format("light halved {} times", level), gpu::Format::rg32f,
                           halved(size, level));
    for (std::size_t g = 0; g < diffusion_widths; ++g) {
        across.emplace_back(device, fmt::format("light across {}", g), gpu::Format::rg32f,
                            halved(size, levels[g]));
        diffused.emplace_back(device, fmt::format("light diffused {}", g), gpu::Format::rg32f,
                              halved(size, levels[g]));
    }
}

} // namespace healed::render
