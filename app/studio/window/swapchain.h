#pragma once

#include "gpu/device.h"
#include "gpu/handle.h"
#include "gpu/image.h"

#include <vector>

namespace healed::studio {

/// The images that a window's surface shows. Made anew whenever the window changes its size or its screen.
class Swapchain {
  public:
    /// Takes over the surface. Throws Error when the device cannot show pictures on it.
    Swapchain(const gpu::Device& device, VkSurfaceKHR surface);
    ~Swapchain();
    Swapchain(const Swapchain&) = delete;
    Swapchain& operator=(const Swapchain&) = delete;

    /// Shows an rgba8 image in a window of this size; nothing when a side of it is 0, as of one that is
    /// iconified. Blocks until the image is on its way to the screen.
    void show(const gpu::Image& image, std::uint32_t width, std::uint32_t height);

  private:
    void make(std::uint32_t width, std::uint32_t height);
    void clear();
    bool acquire(std::uint32_t& index);
    void copy(const gpu::Image& from, std::uint32_t index);

    const gpu::Device& device_;
    VkSurfaceKHR surface_;
    VkSwapchainKHR swapchain_ = VK_NULL_HANDLE;
    VkExtent2D extent_{};
    bool stale_ = true;
    std::vector<VkImage> images_;
    std::vector<gpu::Handle<VkSemaphore, vkDestroySemaphore>> copied_; ///< one an image
    gpu::Handle<VkFence, vkDestroyFence> fence_;
    gpu::Handle<VkCommandPool, vkDestroyCommandPool> pool_;
    VkCommandBuffer commands_ = VK_NULL_HANDLE;
};

} // namespace healed::studio
