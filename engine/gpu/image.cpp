#include "gpu/image.h"

#include "base/error.h"
#include "gpu/buffer.h"
#include "gpu/commands.h"
#include "gpu/result.h"

namespace healed::gpu {

static VkImage create_image(const Device& device, std::string_view name, Format format, Extent extent) {
    const VkPhysicalDeviceLimits& limits = device.limits();
    const std::uint32_t longest = std::max(extent.width, extent.height);
    if (extent.width == 0 || extent.height == 0 || extent.layers == 0 ||
        longest > limits.maxImageDimension2D || extent.layers > limits.maxImageArrayLayers)
        fail("image '{}': {} x {} in {} layers; {} takes 1 to {} a side and 1 to {} layers", name,
             extent.width, extent.height, extent.layers, device.name(), limits.maxImageDimension2D,
             limits.maxImageArrayLayers);
    const VkImageUsageFlags usage = format == Format::depth32f
                                        ? VK_IMAGE_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT
                                        : VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT | VK_IMAGE_USAGE_STORAGE_BIT;
    const VkImageCreateInfo info{.sType = VK_STRUCTURE_TYPE_IMAGE_CREATE_INFO,
                                 .imageType = VK_IMAGE_TYPE_2D,
                                 .format = traits(format).vulkan,
                                 .extent = {extent.width, extent.height, 1},
                                 .mipLevels = extent.levels,
                                 .arrayLayers = extent.layers,
                                 .samples = VK_SAMPLE_COUNT_1_BIT,
                                 .usage = usage | VK_IMAGE_USAGE_SAMPLED_BIT |
                                          VK_IMAGE_USAGE_TRANSFER_SRC_BIT | VK_IMAGE_USAGE_TRANSFER_DST_BIT};
    VkImage image = VK_NULL_HANDLE;
    check(vkCreateImage(device.handle(), &info, nullptr, &image), name);
    return image;
}

Image::Image(const Device& device, std::string_view name, Format format, Extent extent)
    : device_(&device), name_(name), format_(format), extent_(extent),
      image_(device.handle(), create_image(device, name, format, extent)) {
    VkMemoryRequirements needs;
    vkGetImageMemoryRequirements(device.handle(), handle(), &needs);
    memory_ = {device.handle(), device.allocate(needs, VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT, name)};
    check(vkBindImageMemory(device.handle(), handle(), memory_.get(), 0), name);
    first_layer_ = {device.handle(), create_view(VK_IMAGE_VIEW_TYPE_2D, 1, 1)};
    all_layers_ = {device.handle(), create_view(VK_IMAGE_VIEW_TYPE_2D_ARRAY, extent.layers, 1)};
    all_levels_ = {device.handle(), create_view(VK_IMAGE_VIEW_TYPE_2D_ARRAY, extent.layers, extent.levels)};
    device.set_name(VK_OBJECT_TYPE_IMAGE, handle(), name);
    device.set_name(VK_OBJECT_TYPE_IMAGE_VIEW, first_layer(), name);
    device.set_name(VK_OBJECT_TYPE_IMAGE_VIEW, all_layers(), name);
    device.set_name(VK_OBJECT_TYPE_IMAGE_VIEW, all_levels(), name);
    Commands commands(device, name_ + " made", Timing::none);
    commands.make_general(*this);
    commands.clear(*this);
    commands.submit_and_wait();
}

VkImageView Image::create_view(VkImageViewType type, std::uint32_t layers, std::uint32_t levels) const {
    const VkImageViewCreateInfo info{.sType = VK_STRUCTURE_TYPE_IMAGE_VIEW_CREATE_INFO,
                                     .image = handle(),
                                     .viewType = type,
                                     .format = traits(format_).vulkan,
                                     .subresourceRange = {aspect(), 0, levels, 0, layers}};
    VkImageView view = VK_NULL_HANDLE;
    check(vkCreateImageView(device_->handle(), &info, nullptr, &view), name_);
    return view;
}

VkImageAspectFlags Image::aspect() const {
    return format_ == Format::depth32f ? VK_IMAGE_ASPECT_DEPTH_BIT : VK_IMAGE_ASPECT_COLOR_BIT;
}

std::size_t Image::texels() const {
    return std::size_t{extent_.width} * extent_.height * extent_.layers;
}

void Image::upload_bytes(const void* data) {
    const std::size_t bytes = texels() * traits(format_).texel_bytes;
    BufferMemory staging(*device_, name_ + " upload", bytes, BufferMemory::Place::staging);
    staging.upload_bytes(data, bytes);
    Commands commands(*device_, staging.name(), Timing::none);
    commands.copy(staging, *this);
    commands.submit_and_wait();
}

void Image::download_bytes(void* data) const {
    const std::size_t bytes = texels() * traits(format_).texel_bytes;
    BufferMemory staging(*device_, name_ + " download", bytes, BufferMemory::Place::staging);
    Commands commands(*device_, staging.name(), Timing::none);
    commands.copy(*this, staging);
    commands.submit_and_wait();
    staging.download_bytes(data, bytes);
}

} // namespace healed::gpu
