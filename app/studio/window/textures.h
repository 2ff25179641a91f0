#pragma once

#include "base/image.h"
#include "gpu/buffer.h"
#include "gpu/image.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>

struct ImDrawData;

namespace healed::studio {

/// A place where something is shown. Its address is an ImTextureID; what it shows may be exchanged at any
/// time, and belongs to no device.
struct Texture {
    std::shared_ptr<const ByteImage> picture; ///< 4 channels; none: nothing is drawn
    /// Where something was shown already, a large picture may come over some frames, until which that stays.
    bool in_parts = false;
};

/// The device's copies of what is shown. Images of pictures that were replaced take the next ones.
class Textures {
  public:
    explicit Textures(const gpu::Device& device) : device_(device) {}

    /// Brings what this frame shows to the device, or the next part of it. Blocks until it is there.
    void bring(const ImDrawData& data);
    /// What is to be drawn of a texture of the last bring(); null for nothing.
    const gpu::Image* image(const Texture* texture) const;
    /// Which picture that is, none alike.
    std::uint64_t number(const Texture* texture) const;
    /// Whether all that the last bring() was asked for is there.
    bool is_complete() const { return complete_; }

  private:
    struct Held {
        std::unique_ptr<gpu::Image> image, next; ///< what is drawn, and what comes or can be used again
        std::shared_ptr<const ByteImage> picture, coming;
        std::uint32_t rows = 0; ///< of `coming` that are there
        std::uint64_t number = 0, seen = 0;
    };
    void bring(const Texture& texture, Held& held);
    void bring_rows(Held& held, std::uint32_t count);

    const gpu::Device& device_;
    std::map<const Texture*, Held> held_;
    std::optional<gpu::BufferMemory> staging_; ///< grows as it must
    std::uint64_t numbers_ = 0, frames_ = 0;
    bool complete_ = true;
};

} // namespace healed::studio
