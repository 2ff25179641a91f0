#include "gpu/result.h"

#include "base/error.h"

namespace healed::gpu {

static std::string reason(VkResult result) {
    switch (result) {
    case VK_ERROR_OUT_OF_HOST_MEMORY:
        return "out of memory";
    case VK_ERROR_OUT_OF_DEVICE_MEMORY:
        return "out of device memory";
    case VK_ERROR_INITIALIZATION_FAILED:
        return "initialisation failed";
    case VK_ERROR_DEVICE_LOST:
        return "the device was lost";
    case VK_ERROR_LAYER_NOT_PRESENT:
        return "a layer is not installed";
    case VK_ERROR_EXTENSION_NOT_PRESENT:
        return "an extension is missing";
    case VK_ERROR_FEATURE_NOT_PRESENT:
        return "a feature is missing";
    case VK_ERROR_INCOMPATIBLE_DRIVER:
        return "no driver is installed (Debian: mesa-vulkan-drivers)";
    case VK_ERROR_TOO_MANY_OBJECTS:
        return "too many objects";
    default:
        return fmt::format("VkResult {}", static_cast<int>(result));
    }
}

void check(VkResult result, std::string_view what) {
    if (result != VK_SUCCESS)
        fail("Vulkan: {}: {}", what, reason(result));
}

} // namespace healed::gpu
