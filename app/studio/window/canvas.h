#pragma once

#include "base/image.h"
#include "gpu/buffer.h"
#include "gpu/commands.h"
#include "window/damage.h"
#include "window/interface_pipeline.h"
#include "window/textures.h"

#include <optional>

struct ImDrawData;

namespace healed::studio {

/// The order of colours in memory: that of the screen, so that what is shown is copied as it is.
enum class Order { RedFirst, BlueFirst };

/// What stands in the window: an image of its own, so that it can be looked at with or without a screen.
class Canvas {
  public:
    Canvas(const gpu::Device& device, Order order);

    /// Draws what differs from the last frame over a ground of one colour (as ImU32), at a size of at least
    /// 1×1. Blocks. What takes its time once, a larger image or picture, has a frame to itself: the canvas is
    /// complete some frames later. ImTextureID is a `const Texture*`. Throws Error when the device was lost.
    void draw(const ImDrawData& data, std::uint32_t width, std::uint32_t height, std::uint32_t ground);
    /// Whether the last frame is there with all its pictures.
    bool is_complete() const { return drawn_ && textures_.is_complete(); }
    /// Whether anything of the size that was asked for is there.
    bool is_drawn() const { return drawn_; }
    /// Changes whenever what is seen does.
    std::uint64_t version() const { return version_; }

    /// rgba8, with the window at the top left, as draw() left it. Only once is_complete().
    const gpu::Image& image() const { return *image_; }
    VkExtent2D size() const { return size_; }
    /// 3 channels, red first.
    ByteImage picture() const;

    /// The next draw() finds its device gone, as when a graphics card is reset; for stories.
    void lose_device() { loses_device_ = true; }

  private:
    bool fit(VkExtent2D size);
    void upload(const ImDrawData& data);
    void record(gpu::Commands& commands, const ImDrawData& data, const VkRect2D& within);
    void draw_again(const ImDrawData& data, const std::vector<VkRect2D>& places, std::uint32_t ground);

    const gpu::Device& device_;
    const Order order_;
    InterfacePipeline pipeline_;
    Textures textures_;
    Damage damage_;
    std::optional<gpu::Image> image_; ///< as large as the window or larger
    VkExtent2D size_{};
    std::optional<gpu::Buffer<passes::InterfaceVertex>> vertices_; ///< grow as they must
    std::optional<gpu::Buffer<std::uint32_t>> indices_;
    bool drawn_ = false, loses_device_ = false;
    std::uint64_t version_ = 0;
};

} // namespace healed::studio
