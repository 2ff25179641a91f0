#include "gpu/validation.h"

#include "base/error.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace healed::gpu {

void ValidationLog::add(std::string message) {
    const std::lock_guard lock(mutex_);
    if (print_)
        fmt::print(stderr, "Vulkan validation: {}\n", message);
    messages_.push_back(std::move(message));
}

std::vector<std::string> ValidationLog::messages() const {
    const std::lock_guard lock(mutex_);
    return messages_;
}

static VKAPI_ATTR VkBool32 VKAPI_CALL receive(VkDebugUtilsMessageSeverityFlagBitsEXT,
                                              VkDebugUtilsMessageTypeFlagsEXT,
                                              const VkDebugUtilsMessengerCallbackDataEXT* data, void* log) {
    static_cast<ValidationLog*>(log)->add(data->pMessage);
    return VK_FALSE;
}

VkDebugUtilsMessengerCreateInfoEXT ValidationLog::messenger_info() {
    return {.sType = VK_STRUCTURE_TYPE_DEBUG_UTILS_MESSENGER_CREATE_INFO_EXT,
            .messageSeverity = VK_DEBUG_UTILS_MESSAGE_SEVERITY_WARNING_BIT_EXT |
                               VK_DEBUG_UTILS_MESSAGE_SEVERITY_ERROR_BIT_EXT,
            .messageType = VK_DEBUG_UTILS_MESSAGE_TYPE_VALIDATION_BIT_EXT,
            .pfnUserCallback = receive,
            .pUserData = this};
}

void require_validation_layer() {
    std::uint32_t count = 0;
    vkEnumerateInstanceLayerProperties(&count, nullptr);
    std::vector<VkLayerProperties> layers(count);
    vkEnumerateInstanceLayerProperties(&count, layers.data());
    const auto is_ours = [](const VkLayerProperties& layer) {
        return std::strcmp(layer.layerName, validation_layer) == 0;
    };
    if (std::none_of(layers.begin(), layers.end(), is_ours))
        fail("Vulkan: {} is not installed (Debian: vulkan-validationlayers)", validation_layer);
}

} // namespace healed::gpu
