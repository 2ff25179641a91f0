#pragma once

#include <vulkan/vulkan.h>

#include <utility>

namespace healed::gpu {

/// Owns one Vulkan object of a device. Move-only; empty after being moved from.
template <typename Object, auto Destroy>
class Handle {
  public:
    Handle() = default;
    Handle(VkDevice device, Object object) : device_(device), object_(object) {}
    Handle(Handle&& other) noexcept
        : device_(other.device_), object_(std::exchange(other.object_, Object(VK_NULL_HANDLE))) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(device_, other.device_);
        std::swap(object_, other.object_);
        return *this;
    }
    ~Handle() {
        if (object_ != VK_NULL_HANDLE)
            Destroy(device_, object_, nullptr);
    }
    Object get() const { return object_; }

  private:
    VkDevice device_ = VK_NULL_HANDLE;
    Object object_ = VK_NULL_HANDLE;
};

} // namespace healed::gpu
