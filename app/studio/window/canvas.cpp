#include "window/canvas.h"

#include "gpu/result.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <imgui.h>
#include <utility>

namespace healed::studio {

namespace {

static_assert(sizeof(ImDrawVert) == sizeof(passes::InterfaceVertex));

template <typename Element>
void grow(std::optional<gpu::Buffer<Element>>& buffer, const gpu::Device& device, const char* name,
          std::size_t count) {
    if (!buffer || buffer->count() < count)
        buffer.emplace(device, name, std::max<std::size_t>(4096, 2 * count));
}

/// A new image of more texels than this takes a frame to itself.
constexpr std::size_t most_texels_beside = 2u << 20;

VkRect2D common(const ImVec4& clip, const VkRect2D& within) {
    const std::int32_t left = within.offset.x, top = within.offset.y;
    const std::int32_t right = left + static_cast<std::int32_t>(within.extent.width);
    const std::int32_t bottom = top + static_cast<std::int32_t>(within.extent.height);
    const auto side = [](float value, std::int32_t least, std::int32_t most) {
        return std::clamp(static_cast<std::int32_t>(value), least, most);
    };
    const std::int32_t x = side(std::floor(clip.x), left, right), y = side(std::floor(clip.y), top, bottom);
    return {{x, y},
            {static_cast<std::uint32_t>(side(std::ceil(clip.z), x, right) - x),
             static_cast<std::uint32_t>(side(std::ceil(clip.w), y, bottom) - y)}};
}

VkClearValue clear_value(std::uint32_t ground, Order order) {
    const auto channel = [&](unsigned i) { return static_cast<float>(ground >> (8 * i) & 255u) / 255.0f; };
    const bool blue_first = order == Order::BlueFirst;
    return {.color = {.float32 = {channel(blue_first ? 2 : 0), channel(1), channel(blue_first ? 0 : 2), 1}}};
}

} // namespace

Canvas::Canvas(const gpu::Device& device, Order order)
    : device_(device), order_(order), pipeline_(device), textures_(device) {}

void Canvas::upload(const ImDrawData& data) {
    std::vector<passes::InterfaceVertex> vertices(static_cast<std::size_t>(data.TotalVtxCount));
    std::vector<std::uint32_t> indices;
    indices.reserve(static_cast<std::size_t>(data.TotalIdxCount));
    std::size_t at = 0;
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        std::memcpy(static_cast<void*>(vertices.data() + at), list.VtxBuffer.Data,
                    static_cast<std::size_t>(list.VtxBuffer.Size) * sizeof(ImDrawVert));
        at += static_cast<std::size_t>(list.VtxBuffer.Size);
        indices.insert(indices.end(), list.IdxBuffer.begin(), list.IdxBuffer.end());
    }
    grow(vertices_, device_, "interface vertices", vertices.size());
    grow(indices_, device_, "interface indices", indices.size());
    vertices_->upload(vertices);
    indices_->upload(indices);
}

void Canvas::record(gpu::Commands& commands, const ImDrawData& data, const VkRect2D& within) {
    const VkCommandBuffer buffer = commands.handle();
    const VkPipelineLayout layout = pipeline_.declared.layout.get();
    const VkDescriptorBufferInfo vertices{vertices_->handle(), 0, VK_WHOLE_SIZE};
    const VkDescriptorBufferInfo indices{indices_->handle(), 0, VK_WHOLE_SIZE};
    passes::Interface::Params params{
        .size = {static_cast<float>(size_.width), static_cast<float>(size_.height)},
        .first_vertex = 0,
        .blue_first = order_ == Order::BlueFirst ? 1u : 0u};
    std::uint32_t first_index = 0;
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const VkRect2D clip = common(command.ClipRect, within);
            const gpu::Image* shown = textures_.image(static_cast<const Texture*>(command.TextureId));
            if (clip.extent.width == 0 || clip.extent.height == 0 || command.ElemCount == 0 || !shown)
                continue;
            const VkDescriptorImageInfo picture{.imageView = shown->first_layer(),
                                                .imageLayout = VK_IMAGE_LAYOUT_GENERAL};
            const auto write = [](std::uint32_t binding, VkDescriptorType type,
                                  const VkDescriptorBufferInfo* from, const VkDescriptorImageInfo* image) {
                return VkWriteDescriptorSet{.sType = VK_STRUCTURE_TYPE_WRITE_DESCRIPTOR_SET,
                                            .dstBinding = binding,
                                            .descriptorCount = 1,
                                            .descriptorType = type,
                                            .pImageInfo = image,
                                            .pBufferInfo = from};
            };
            device_.push_descriptors(
                buffer, VK_PIPELINE_BIND_POINT_GRAPHICS, layout,
                {write(0, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, &vertices, nullptr),
                 write(1, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, &indices, nullptr),
                 write(2, VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, nullptr, &picture)});
            const std::uint32_t vertices_before = params.first_vertex;
            params.first_vertex += command.VtxOffset;
            vkCmdPushConstants(buffer, layout, pipeline_.declared.stages, 0, sizeof(params), &params);
            params.first_vertex = vertices_before;
            vkCmdSetScissor(buffer, 0, 1, &clip);
            vkCmdDraw(buffer, command.ElemCount, 1, first_index + command.IdxOffset, 0);
        }
        params.first_vertex += static_cast<std::uint32_t>(list.VtxBuffer.Size);
        first_index += static_cast<std::uint32_t>(list.IdxBuffer.Size);
    }
}

/// False where a new image took the time of this frame.
bool Canvas::fit(VkExtent2D size) {
    // A window that is pulled larger would have a new image at every step.
    constexpr std::uint32_t step = 256;
    const auto rounded = [](std::uint32_t side) { return (side + step - 1) / step * step; };
    const std::uint64_t area = std::uint64_t{rounded(size.width)} * rounded(size.height);
    const bool fits = image_ && image_->extent().width >= size.width &&
                      image_->extent().height >= size.height && image_->texels() <= 8 * area;
    size_ = size;
    if (fits)
        return true;
    image_.reset();
    image_.emplace(device_, "window", gpu::Format::rgba8,
                   gpu::Extent{std::min(rounded(size.width), device_.limits().maxImageDimension2D),
                               std::min(rounded(size.height), device_.limits().maxImageDimension2D)});
    damage_.forget();
    return image_->texels() < most_texels_beside;
}

void Canvas::draw(const ImDrawData& data, std::uint32_t width, std::uint32_t height, std::uint32_t ground) {
    drawn_ = fit({width, height});
    if (!drawn_)
        return;
    textures_.bring(data);
    if (std::exchange(loses_device_, false))
        gpu::check(VK_ERROR_DEVICE_LOST, "interface");
    const std::vector<VkRect2D> places = damage_.since_last(
        data, size_, [this](ImTextureID id) { return textures_.number(static_cast<const Texture*>(id)); });
    if (places.empty())
        return;
    draw_again(data, places, ground);
    ++version_;
}

void Canvas::draw_again(const ImDrawData& data, const std::vector<VkRect2D>& places, std::uint32_t ground) {
    upload(data);
    gpu::Commands commands(device_, "interface", gpu::Timing::none);
    commands.begin_pass("interface");
    const VkRenderingAttachmentInfo colour{.sType = VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_INFO,
                                           .imageView = image_->first_layer(),
                                           .imageLayout = VK_IMAGE_LAYOUT_GENERAL,
                                           .loadOp = VK_ATTACHMENT_LOAD_OP_LOAD,
                                           .storeOp = VK_ATTACHMENT_STORE_OP_STORE};
    const VkRenderingInfo rendering{.sType = VK_STRUCTURE_TYPE_RENDERING_INFO,
                                    .renderArea = {{0, 0}, size_},
                                    .layerCount = 1,
                                    .colorAttachmentCount = 1,
                                    .pColorAttachments = &colour};
    vkCmdBeginRendering(commands.handle(), &rendering);
    vkCmdBindPipeline(commands.handle(), VK_PIPELINE_BIND_POINT_GRAPHICS, pipeline_.pipeline.get());
    const VkViewport viewport{0, 0, static_cast<float>(size_.width), static_cast<float>(size_.height), 0, 1};
    vkCmdSetViewport(commands.handle(), 0, 1, &viewport);
    const VkClearAttachment clear{.aspectMask = VK_IMAGE_ASPECT_COLOR_BIT,
                                  .colorAttachment = 0,
                                  .clearValue = clear_value(ground, order_)};
    for (const VkRect2D& place : places) {
        const VkClearRect cleared{place, 0, 1};
        vkCmdClearAttachments(commands.handle(), 1, &clear, 1, &cleared);
        record(commands, data, place);
    }
    vkCmdEndRendering(commands.handle());
    commands.end_pass();
    commands.submit_and_wait();
}

ByteImage Canvas::picture() const {
    const std::vector<std::uint32_t> texels = image_->download<std::uint32_t>();
    ByteImage picture(static_cast<int>(size_.width), static_cast<int>(size_.height), 3);
    const unsigned red = order_ == Order::BlueFirst ? 2 : 0;
    for (std::uint32_t y = 0; y < size_.height; ++y)
        for (std::uint32_t x = 0; x < size_.width; ++x) {
            const std::uint32_t texel = texels[std::size_t{y} * image_->extent().width + x];
            std::uint8_t* pixel = picture.at(static_cast<int>(x), static_cast<int>(y));
            for (const unsigned channel : {red, 1u, 2 - red})
                *pixel++ = static_cast<std::uint8_t>(texel >> (8 * channel));
        }
    return picture;
}

} // namespace healed::studio
