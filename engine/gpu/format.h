#pragma once

#include <vulkan/vulkan.h>

#include <cstdint>
#include <string_view>

namespace healed::gpu {

/// The texel formats of the house, named as GLSL names them in a layout qualifier. Unsigned integers end in
/// ui, rgba8 is normalised to 0 … 1, depth32f can be tested and sampled but not stored to.
enum class Format : std::uint8_t {
    r16f,
    r32f,
    rg16f,
    rg32f,
    rgba16f,
    rgba32f,
    r32ui,
    rgba32ui,
    r8,
    rgba8,
    depth32f
};

struct FormatTraits {
    std::string_view name;
    VkFormat vulkan;
    std::uint32_t spirv; ///< SpvImageFormat; 0 where a storage image cannot have it
    std::uint32_t texel_bytes;
};

const FormatTraits& traits(Format format);

/// A shader's view of an image, named as GLSL names it.
enum class Shape : std::uint8_t { image2D, image2DArray, uimage2D, uimage2DArray, sampler2D, sampler2DArray };

constexpr bool is_layered(Shape shape) {
    return static_cast<unsigned>(shape) % 2 == 1;
}

} // namespace healed::gpu
