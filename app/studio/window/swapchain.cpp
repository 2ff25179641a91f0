#include "window/swapchain.h"

#include "base/error.h"
#include "gpu/result.h"

#include <algorithm>
#include <array>

namespace healed::studio {

namespace {

VkSurfaceFormatKHR format_of(VkPhysicalDevice physical, VkSurfaceKHR surface) {
    std::uint32_t count = 0;
    vkGetPhysicalDeviceSurfaceFormatsKHR(physical, surface, &count, nullptr);
    std::vector<VkSurfaceFormatKHR> formats(count);
    vkGetPhysicalDeviceSurfaceFormatsKHR(physical, surface, &count, formats.data());
    // What is shown is encoded already, so the surface must not encode it again.
    for (const VkFormat wanted : {VK_FORMAT_B8G8R8A8_UNORM, VK_FORMAT_R8G8B8A8_UNORM})
        for (const VkSurfaceFormatKHR& format : formats)
            if (format.format == wanted)
                return format;
    fail("window: none of {} surface formats has 8 bits a channel", count);
}

VkImageMemoryBarrier2 barrier(VkImage image, VkImageLayout from, VkImageLayout to) {
    return {.sType = VK_STRUCTURE_TYPE_IMAGE_MEMORY_BARRIER_2,
            .srcStageMask = VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT,
            .srcAccessMask = VK_ACCESS_2_MEMORY_WRITE_BIT,
            .dstStageMask = VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT,
            .dstAccessMask = VK_ACCESS_2_MEMORY_WRITE_BIT | VK_ACCESS_2_MEMORY_READ_BIT,
            .oldLayout = from,
            .newLayout = to,
            .srcQueueFamilyIndex = VK_QUEUE_FAMILY_IGNORED,
            .dstQueueFamilyIndex = VK_QUEUE_FAMILY_IGNORED,
            .image = image,
            .subresourceRange = {VK_IMAGE_ASPECT_COLOR_BIT, 0, 1, 0, 1}};
}

void record_barrier(VkCommandBuffer commands, const VkImageMemoryBarrier2& one) {
    const VkDependencyInfo dependency{.sType = VK_STRUCTURE_TYPE_DEPENDENCY_INFO,
                                      .imageMemoryBarrierCount = 1,
                                      .pImageMemoryBarriers = &one};
    vkCmdPipelineBarrier2(commands, &dependency);
}

void clear_all(VkCommandBuffer commands, VkImage image) {
    const VkClearColorValue black{};
    const VkImageSubresourceRange all{VK_IMAGE_ASPECT_COLOR_BIT, 0, 1, 0, 1};
    vkCmdClearColorImage(commands, image, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, &black, 1, &all);
    record_barrier(
        commands, barrier(image, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL));
}

void copy_texels(VkCommandBuffer commands, const gpu::Image& from, VkExtent2D size, VkImage to,
                 VkExtent2D extent) {
    const VkImageSubresourceLayers layer{VK_IMAGE_ASPECT_COLOR_BIT, 0, 0, 1};
    const VkImageCopy region{
        .srcSubresource = layer,
        .dstSubresource = layer,
        .extent = {std::min(size.width, extent.width), std::min(size.height, extent.height), 1}};
    vkCmdCopyImage(commands, from.handle(), VK_IMAGE_LAYOUT_GENERAL, to, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL,
                   1, &region);
}

} // namespace

Swapchain::Swapchain(const gpu::Device& device, VkSurfaceKHR surface)
    : device_(device), surface_{device.instance(), surface} {
    VkBool32 shows = VK_FALSE;
    vkGetPhysicalDeviceSurfaceSupportKHR(device.physical(), device.queue_family(), surface, &shows);
    if (!shows)
        fail("window: {} cannot show pictures on this screen", device.name());
    format_ = format_of(device.physical(), surface);
    const VkFenceCreateInfo fence_info{.sType = VK_STRUCTURE_TYPE_FENCE_CREATE_INFO};
    VkFence fence = VK_NULL_HANDLE;
    gpu::check(vkCreateFence(device.handle(), &fence_info, nullptr, &fence), "window fence");
    fence_ = {device.handle(), fence};
    const VkCommandPoolCreateInfo pool_info{.sType = VK_STRUCTURE_TYPE_COMMAND_POOL_CREATE_INFO,
                                            .flags = VK_COMMAND_POOL_CREATE_RESET_COMMAND_BUFFER_BIT,
                                            .queueFamilyIndex = device.queue_family()};
    VkCommandPool pool = VK_NULL_HANDLE;
    gpu::check(vkCreateCommandPool(device.handle(), &pool_info, nullptr, &pool), "window commands");
    pool_ = {device.handle(), pool};
    const VkCommandBufferAllocateInfo buffer_info{.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_ALLOCATE_INFO,
                                                  .commandPool = pool,
                                                  .level = VK_COMMAND_BUFFER_LEVEL_PRIMARY,
                                                  .commandBufferCount = 1};
    gpu::check(vkAllocateCommandBuffers(device.handle(), &buffer_info, &commands_), "window commands");
}

Swapchain::~Swapchain() {
    clear();
}

void Swapchain::clear() {
    vkDeviceWaitIdle(device_.handle());
    copied_.clear();
    if (swapchain_ != VK_NULL_HANDLE)
        vkDestroySwapchainKHR(device_.handle(), std::exchange(swapchain_, VK_NULL_HANDLE), nullptr);
}

void Swapchain::make(std::uint32_t width, std::uint32_t height) {
    clear();
    VkSurfaceCapabilitiesKHR can;
    gpu::check(vkGetPhysicalDeviceSurfaceCapabilitiesKHR(device_.physical(), surface_.handle, &can),
               "window");
    const bool chosen_by_window = can.currentExtent.width != UINT32_MAX;
    extent_ = chosen_by_window ? can.currentExtent : VkExtent2D{width, height};
    if (extent_.width == 0 || extent_.height == 0)
        return;
    const std::uint32_t most = can.maxImageCount == 0 ? UINT32_MAX : can.maxImageCount;
    const VkSwapchainCreateInfoKHR info{.sType = VK_STRUCTURE_TYPE_SWAPCHAIN_CREATE_INFO_KHR,
                                        .surface = surface_.handle,
                                        .minImageCount = std::min(can.minImageCount + 1, most),
                                        .imageFormat = format_.format,
                                        .imageColorSpace = format_.colorSpace,
                                        .imageExtent = extent_,
                                        .imageArrayLayers = 1,
                                        .imageUsage = VK_IMAGE_USAGE_TRANSFER_DST_BIT,
                                        .imageSharingMode = VK_SHARING_MODE_EXCLUSIVE,
                                        .preTransform = can.currentTransform,
                                        .compositeAlpha = VK_COMPOSITE_ALPHA_OPAQUE_BIT_KHR,
                                        .presentMode = VK_PRESENT_MODE_FIFO_KHR,
                                        .clipped = VK_TRUE};
    gpu::check(vkCreateSwapchainKHR(device_.handle(), &info, nullptr, &swapchain_), "window");
    std::uint32_t count = 0;
    vkGetSwapchainImagesKHR(device_.handle(), swapchain_, &count, nullptr);
    images_.resize(count);
    vkGetSwapchainImagesKHR(device_.handle(), swapchain_, &count, images_.data());
    for (std::uint32_t i = 0; i < count; ++i) {
        const VkSemaphoreCreateInfo semaphore_info{.sType = VK_STRUCTURE_TYPE_SEMAPHORE_CREATE_INFO};
        VkSemaphore semaphore = VK_NULL_HANDLE;
        gpu::check(vkCreateSemaphore(device_.handle(), &semaphore_info, nullptr, &semaphore), "window");
        copied_.emplace_back(device_.handle(), semaphore);
    }
    stale_ = false;
}

bool Swapchain::acquire(std::uint32_t& index) {
    const VkFence fence = fence_.get();
    const VkResult result =
        vkAcquireNextImageKHR(device_.handle(), swapchain_, UINT64_MAX, VK_NULL_HANDLE, fence, &index);
    if (result == VK_ERROR_OUT_OF_DATE_KHR) {
        stale_ = true;
        return false;
    }
    if (result != VK_SUBOPTIMAL_KHR)
        gpu::check(result, "window");
    gpu::check(vkWaitForFences(device_.handle(), 1, &fence, VK_TRUE, UINT64_MAX), "window");
    vkResetFences(device_.handle(), 1, &fence);
    return true;
}

void Swapchain::copy(const gpu::Image& from, VkExtent2D size, std::uint32_t index) {
    const VkCommandBufferBeginInfo begin{.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_BEGIN_INFO,
                                         .flags = VK_COMMAND_BUFFER_USAGE_ONE_TIME_SUBMIT_BIT};
    gpu::check(vkBeginCommandBuffer(commands_, &begin), "window");
    record_barrier(commands_,
                   barrier(images_[index], VK_IMAGE_LAYOUT_UNDEFINED, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL));
    if (size.width < extent_.width || size.height < extent_.height)
        clear_all(commands_, images_[index]); // the window has grown since
    copy_texels(commands_, from, size, images_[index], extent_);
    record_barrier(commands_, barrier(images_[index], VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL,
                                      VK_IMAGE_LAYOUT_PRESENT_SRC_KHR));
    gpu::check(vkEndCommandBuffer(commands_), "window");
    const VkCommandBufferSubmitInfo buffer{.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_SUBMIT_INFO,
                                           .commandBuffer = commands_};
    const VkSemaphoreSubmitInfo signal{.sType = VK_STRUCTURE_TYPE_SEMAPHORE_SUBMIT_INFO,
                                       .semaphore = copied_[index].get(),
                                       .stageMask = VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT};
    const VkSubmitInfo2 info{.sType = VK_STRUCTURE_TYPE_SUBMIT_INFO_2,
                             .commandBufferInfoCount = 1,
                             .pCommandBufferInfos = &buffer,
                             .signalSemaphoreInfoCount = 1,
                             .pSignalSemaphoreInfos = &signal};
    const VkFence fence = fence_.get();
    gpu::check(vkQueueSubmit2(device_.queue(), 1, &info, fence), "window");
    gpu::check(vkWaitForFences(device_.handle(), 1, &fence, VK_TRUE, UINT64_MAX), "window");
    vkResetFences(device_.handle(), 1, &fence);
}

bool Swapchain::fit(std::uint32_t width, std::uint32_t height) {
    const bool fits = !stale_ && extent_.width == width && extent_.height == height;
    if (fits || width == 0 || height == 0)
        return false;
    make(width, height);
    return true;
}

bool Swapchain::show(const Canvas& canvas, std::uint32_t width, std::uint32_t height) {
    std::uint32_t index = 0;
    if (width == 0 || height == 0 || swapchain_ == VK_NULL_HANDLE)
        return true;
    if (!acquire(index))
        return false;
    copy(canvas.image(), canvas.size(), index);
    const VkSemaphore copied = copied_[index].get();
    const VkPresentInfoKHR info{.sType = VK_STRUCTURE_TYPE_PRESENT_INFO_KHR,
                                .waitSemaphoreCount = 1,
                                .pWaitSemaphores = &copied,
                                .swapchainCount = 1,
                                .pSwapchains = &swapchain_,
                                .pImageIndices = &index};
    const VkResult result = vkQueuePresentKHR(device_.queue(), &info);
    if (result == VK_ERROR_OUT_OF_DATE_KHR || result == VK_SUBOPTIMAL_KHR)
        stale_ = true;
    else
        gpu::check(result, "window");
    return !stale_;
}

} // namespace healed::studio
