#pragma once

#include "base/image.h"
#include "gpu/buffer.h"
#include "gpu/commands.h"
#include "window/interface_pipeline.h"

#include <memory>
#include <optional>

struct ImDrawData;

namespace healed::studio {

/// What stands in the window: an image of its own, so that it can be looked at with or without a screen.
class Canvas {
  public:
    explicit Canvas(const gpu::Device& device);

    /// Draws everything anew at a size of at least 1×1. Blocks. ImTextureID is a `const gpu::Image*`.
    void draw(const ImDrawData& data, std::uint32_t width, std::uint32_t height);

    /// rgba8, as draw() left it. Only after draw().
    const gpu::Image& image() const { return *image_; }
    /// 3 channels.
    ByteImage picture() const;

  private:
    void upload(const ImDrawData& data);
    void record(gpu::Commands& commands, const ImDrawData& data);

    const gpu::Device& device_;
    InterfacePipeline pipeline_;
    std::optional<gpu::Image> image_;
    std::optional<gpu::Buffer<passes::InterfaceVertex>> vertices_; ///< grow as they must
    std::optional<gpu::Buffer<std::uint32_t>> indices_;
};

/// An image for Canvas of a picture of 4 channels.
std::unique_ptr<gpu::Image> texture_of(const gpu::Device& device, const char* name, const ByteImage& picture);

} // namespace healed::studio
