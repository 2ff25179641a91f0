#include "window/canvas.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <imgui.h>

namespace healed::studio {

namespace {

static_assert(sizeof(ImDrawVert) == sizeof(passes::InterfaceVertex));

template <typename Element>
void grow(std::optional<gpu::Buffer<Element>>& buffer, const gpu::Device& device, const char* name,
          std::size_t count) {
    if (!buffer || buffer->count() < count)
        buffer.emplace(device, name, std::max<std::size_t>(4096, 2 * count));
}

VkRect2D clip_of(const ImVec4& clip, gpu::Extent extent) {
    const auto inside = [](float value, std::uint32_t most) {
        return static_cast<std::int32_t>(std::clamp(value, 0.0f, static_cast<float>(most)));
    };
    const std::int32_t left = inside(std::floor(clip.x), extent.width);
    const std::int32_t top = inside(std::floor(clip.y), extent.height);
    const std::int32_t right = inside(std::ceil(clip.z), extent.width);
    const std::int32_t bottom = inside(std::ceil(clip.w), extent.height);
    return {{left, top},
            {static_cast<std::uint32_t>(std::max(right - left, 0)),
             static_cast<std::uint32_t>(std::max(bottom - top, 0))}};
}

} // namespace

Canvas::Canvas(const gpu::Device& device) : device_(device), pipeline_(device) {}

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

void Canvas::record(gpu::Commands& commands, const ImDrawData& data) {
    const VkCommandBuffer buffer = commands.handle();
    const VkPipelineLayout layout = pipeline_.declared.layout.get();
    const VkDescriptorBufferInfo vertices{vertices_->handle(), 0, VK_WHOLE_SIZE};
    const VkDescriptorBufferInfo indices{indices_->handle(), 0, VK_WHOLE_SIZE};
    passes::Interface::Params params{
        .size = {static_cast<float>(image_->extent().width), static_cast<float>(image_->extent().height)},
        .first_vertex = 0};
    std::uint32_t first_index = 0;
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const VkRect2D clip = clip_of(command.ClipRect, image_->extent());
            if (clip.extent.width == 0 || clip.extent.height == 0 || command.ElemCount == 0)
                continue;
            const auto* texture = static_cast<const gpu::Image*>(command.TextureId);
            const VkDescriptorImageInfo picture{.imageView = texture->first_layer(),
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

void Canvas::draw(const ImDrawData& data, std::uint32_t width, std::uint32_t height) {
    if (!image_ || image_->extent().width != width || image_->extent().height != height) {
        image_.reset();
        image_.emplace(device_, "window", gpu::Format::rgba8, gpu::Extent{width, height});
    }
    upload(data);
    gpu::Commands commands(device_, "interface", gpu::Timing::none);
    commands.begin_pass("interface");
    const VkRenderingAttachmentInfo colour{.sType = VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_INFO,
                                           .imageView = image_->first_layer(),
                                           .imageLayout = VK_IMAGE_LAYOUT_GENERAL,
                                           .loadOp = VK_ATTACHMENT_LOAD_OP_CLEAR,
                                           .storeOp = VK_ATTACHMENT_STORE_OP_STORE,
                                           .clearValue = {.color = {.float32 = {0, 0, 0, 1}}}};
    const VkRect2D area{{0, 0}, {width, height}};
    const VkRenderingInfo rendering{.sType = VK_STRUCTURE_TYPE_RENDERING_INFO,
                                    .renderArea = area,
                                    .layerCount = 1,
                                    .colorAttachmentCount = 1,
                                    .pColorAttachments = &colour};
    vkCmdBeginRendering(commands.handle(), &rendering);
    vkCmdBindPipeline(commands.handle(), VK_PIPELINE_BIND_POINT_GRAPHICS, pipeline_.pipeline.get());
    const VkViewport viewport{0, 0, static_cast<float>(width), static_cast<float>(height), 0, 1};
    vkCmdSetViewport(commands.handle(), 0, 1, &viewport);
    record(commands, data);
    vkCmdEndRendering(commands.handle());
    commands.end_pass();
    commands.submit_and_wait();
}

ByteImage Canvas::picture() const {
    const std::vector<std::uint32_t> texels = image_->download<std::uint32_t>();
    ByteImage picture(static_cast<int>(image_->extent().width), static_cast<int>(image_->extent().height), 3);
    for (std::size_t i = 0; i < texels.size(); ++i)
        for (std::size_t channel = 0; channel < 3; ++channel)
            picture.values[3 * i + channel] = static_cast<std::uint8_t>(texels[i] >> (8 * channel));
    return picture;
}

std::unique_ptr<gpu::Image> texture_of(const gpu::Device& device, const char* name,
                                       const ByteImage& picture) {
    auto image = std::make_unique<gpu::Image>(
        device, name, gpu::Format::rgba8,
        gpu::Extent{static_cast<std::uint32_t>(picture.width), static_cast<std::uint32_t>(picture.height)});
    std::vector<std::uint32_t> texels(picture.values.size() / 4);
    std::memcpy(texels.data(), picture.values.data(), picture.values.size());
    image->upload<std::uint32_t>(texels);
    return image;
}

} // namespace healed::studio
