#pragma once

#include "gpu/device.h"
#include "gpu/format.h"
#include "gpu/handle.h"

#include <cassert>
#include <span>
#include <string>
#include <vector>

namespace healed::gpu {

struct Extent {
    std::uint32_t width;
    std::uint32_t height;
    std::uint32_t layers = 1;
    std::uint32_t levels = 1; ///< each half as wide and high as the one before; see Commands::make_levels
};

/// A 2-D image or an array of layers, always in layout GENERAL, zero when made. Texels run row by row from
/// the top, layer after layer. Only textures see further levels than the first. Upload and download block and
/// must not overlap commands still in flight on the same image.
class Image {
  public:
    /// Throws Error naming the image when a side is 0 or above the device's limit, or when memory is
    /// exhausted.
    Image(const Device& device, std::string_view name, Format format, Extent extent);

    VkImage handle() const { return image_.get(); }
    VkImageView first_layer() const { return first_layer_.get(); }
    VkImageView all_layers() const { return all_layers_.get(); }
    VkImageView all_levels() const { return all_levels_.get(); } ///< of all layers
    Format format() const { return format_; }
    Extent extent() const { return extent_; }
    const std::string& name() const { return name_; }
    VkImageAspectFlags aspect() const;
    std::size_t texels() const;

    /// Every texel of every layer; a Texel has the size of one texel of the format (2 bytes of a half float
    /// are a std::uint16_t as glm::packHalf1x16 makes it).
    template <typename Texel>
    void upload(std::span<const Texel> data) {
        assert(sizeof(Texel) == traits(format_).texel_bytes && data.size() == texels());
        upload_bytes(data.data());
    }
    template <typename Texel>
    std::vector<Texel> download() const {
        assert(sizeof(Texel) == traits(format_).texel_bytes);
        std::vector<Texel> data(texels());
        download_bytes(data.data());
        return data;
    }

  private:
    void upload_bytes(const void* data);
    void download_bytes(void* data) const;
    VkImageView create_view(VkImageViewType type, std::uint32_t layers, std::uint32_t levels) const;

    const Device* device_;
    std::string name_;
    Format format_;
    Extent extent_;
    Handle<VkDeviceMemory, vkFreeMemory> memory_;
    Handle<VkImage, vkDestroyImage> image_;
    Handle<VkImageView, vkDestroyImageView> first_layer_;
    Handle<VkImageView, vkDestroyImageView> all_layers_;
    Handle<VkImageView, vkDestroyImageView> all_levels_;
};

} // namespace healed::gpu
