#include "gpu/format.h"

#include <array>
#include <spirv_cross/spirv.h>

namespace healed::gpu {

const FormatTraits& traits(Format format) {
    static constexpr std::array<FormatTraits, 11> table = {{
        {"r16f", VK_FORMAT_R16_SFLOAT, SpvImageFormatR16f, 2},
        {"r32f", VK_FORMAT_R32_SFLOAT, SpvImageFormatR32f, 4},
        {"rg16f", VK_FORMAT_R16G16_SFLOAT, SpvImageFormatRg16f, 4},
        {"rg32f", VK_FORMAT_R32G32_SFLOAT, SpvImageFormatRg32f, 8},
        {"rgba16f", VK_FORMAT_R16G16B16A16_SFLOAT, SpvImageFormatRgba16f, 8},
        {"rgba32f", VK_FORMAT_R32G32B32A32_SFLOAT, SpvImageFormatRgba32f, 16},
        {"r32ui", VK_FORMAT_R32_UINT, SpvImageFormatR32ui, 4},
        {"rgba32ui", VK_FORMAT_R32G32B32A32_UINT, SpvImageFormatRgba32ui, 16},
        {"r8", VK_FORMAT_R8_UNORM, SpvImageFormatR8, 1},
        {"rgba8", VK_FORMAT_R8G8B8A8_UNORM, SpvImageFormatRgba8, 4},
        {"depth32f", VK_FORMAT_D32_SFLOAT, SpvImageFormatUnknown, 4},
    }};
    return table[static_cast<std::size_t>(format)];
}

} // namespace healed::gpu
