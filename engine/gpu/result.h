#pragma once

#include <vulkan/vulkan.h>

#include <string_view>

namespace healed::gpu {

/// Throws Error "Vulkan: <what>: <reason>" unless the result is VK_SUCCESS. `what` names the thing that was
/// asked for.
void check(VkResult result, std::string_view what);

} // namespace healed::gpu
