#include "window/textures.h"

#include "gpu/commands.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

namespace healed::studio {

namespace {

/// Of a picture that comes in parts, in one frame: 4 ms in software.
constexpr std::size_t bytes_a_frame = 8u << 20;
/// A texture that was not drawn for so many frames is let go.
constexpr std::uint64_t frames_kept = 600;

gpu::Extent extent_of(const ByteImage& picture) {
    return {static_cast<std::uint32_t>(picture.width), static_cast<std::uint32_t>(picture.height)};
}

bool is_as_large(const std::unique_ptr<gpu::Image>& image, gpu::Extent extent) {
    return image && image->extent().width == extent.width && image->extent().height == extent.height;
}

} // namespace

void Textures::bring(const ImDrawData& data) {
    ++frames_;
    complete_ = true;
    for (int i = 0; i < data.CmdListsCount; ++i)
        for (const ImDrawCmd& command : data.CmdLists[i]->CmdBuffer) {
            const auto* texture = static_cast<const Texture*>(command.TextureId);
            Held& held = held_[texture];
            if (std::exchange(held.seen, frames_) != frames_)
                bring(*texture, held);
        }
    std::erase_if(held_, [this](const auto& one) { return one.second.seen + frames_kept < frames_; });
}

void Textures::bring(const Texture& texture, Held& held) {
    if (!texture.picture || texture.picture == held.picture)
        return;
    const bool in_parts = texture.in_parts && held.image;
    const gpu::Extent extent = extent_of(*texture.picture);
    if (held.coming != texture.picture) {
        held.coming = texture.picture;
        held.rows = 0;
        if (!is_as_large(held.next, extent)) {
            held.next = std::make_unique<gpu::Image>(device_, "shown", gpu::Format::rgba8, extent);
            if (in_parts && held.next->texels() * 4 > bytes_a_frame) {
                complete_ = false;
                return;
            }
        }
    }
    if (held.rows < extent.height) {
        const auto part = static_cast<std::uint32_t>(bytes_a_frame / (4 * std::size_t{extent.width})) + 1;
        bring_rows(held, in_parts ? part : extent.height);
        // Drawing it for the first time is a frame of its own, too.
        if (in_parts) {
            complete_ = false;
            return;
        }
    }
    std::swap(held.image, held.next);
    held.picture = std::exchange(held.coming, nullptr);
    held.number = ++numbers_;
}

void Textures::bring_rows(Held& held, std::uint32_t count) {
    const gpu::Extent extent = held.next->extent();
    count = std::min(count, extent.height - held.rows);
    const std::size_t row_bytes = 4 * std::size_t{extent.width}, bytes = count * row_bytes;
    if (!staging_ || staging_->bytes() < bytes)
        staging_.emplace(device_, "shown upload", std::max(bytes, bytes_a_frame),
                         gpu::BufferMemory::Place::staging);
    staging_->upload_bytes(held.coming->values.data() + held.rows * row_bytes, bytes);
    const VkBufferImageCopy region{.imageSubresource = {VK_IMAGE_ASPECT_COLOR_BIT, 0, 0, 1},
                                   .imageOffset = {0, static_cast<std::int32_t>(held.rows), 0},
                                   .imageExtent = {extent.width, count, 1}};
    gpu::Commands commands(device_, "shown upload", gpu::Timing::none);
    commands.begin_pass("shown upload");
    vkCmdCopyBufferToImage(commands.handle(), staging_->handle(), held.next->handle(),
                           VK_IMAGE_LAYOUT_GENERAL, 1, &region);
    commands.end_pass();
    commands.submit_and_wait();
    held.rows += count;
}

const gpu::Image* Textures::image(const Texture* texture) const {
    const auto found = held_.find(texture);
    return found == held_.end() || !texture->picture ? nullptr : found->second.image.get();
}

std::uint64_t Textures::number(const Texture* texture) const {
    const auto found = held_.find(texture);
    return found == held_.end() ? 0 : found->second.number;
}

} // namespace healed::studio
