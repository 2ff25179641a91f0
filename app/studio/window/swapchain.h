#pragma once

#include "gpu/device.h"
#include "gpu/handle.h"
#include "window/canvas.h"

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

    Order order() const {
        return format_.format == VK_FORMAT_B8G8R8A8_UNORM ? Order::BlueFirst : Order::RedFirst;
    }

    /// Makes what a window of this size needs. False where there was nothing to do.
    bool fit(std::uint32_t width, std::uint32_t height);
    /// Shows a canvas of this order in a window of this size; nothing when a side of it is 0, as of one that
    /// is iconified. False when it has to be fitted again. Blocks until the image is on its way to the
    /// screen.
    bool show(const Canvas& canvas, std::uint32_t width, std::uint32_t height);

  private:
    void make(std::uint32_t width, std::uint32_t height);
    void clear();
    bool acquire(std::uint32_t& index);
    void copy(const gpu::Image& from, VkExtent2D size, std::uint32_t index);

    /// Goes whatever happens, since the window knew it first.
    struct Surface {
        ~Surface() { vkDestroySurfaceKHR(instance, handle, nullptr); }
        VkInstance instance;
        VkSurfaceKHR handle;
    };

    const gpu::Device& device_;
    const Surface surface_;
    VkSurfaceFormatKHR format_{};
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
