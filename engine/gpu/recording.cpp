#include "base/error.h"
#include "gpu/commands.h"

namespace healed::gpu {

static VkDescriptorImageInfo image_info(const Pipeline& pass, const Binding& binding) {
    const Image& image = *binding.image;
    if (binding.kind == BindingKind::storage_image && image.format() != binding.format)
        fail("pass '{}': binding {} wants {}, image '{}' is {}", pass.name, binding.number,
             traits(binding.format).name, image.name(), traits(image.format()).name);
    if (!binding.layered && image.extent().layers > 1)
        fail("pass '{}': binding {} wants one layer, image '{}' has {}", pass.name, binding.number,
             image.name(), image.extent().layers);
    const bool all_levels = binding.kind == BindingKind::sampled_image && binding.layered;
    return {.imageView = all_levels        ? image.all_levels()
                         : binding.layered ? image.all_layers()
                                           : image.first_layer(),
            .imageLayout = VK_IMAGE_LAYOUT_GENERAL};
}

void Commands::bind(const Pipeline& pass, std::span<const Binding> bindings, const void* params,
                    std::size_t params_bytes) {
    std::vector<VkDescriptorBufferInfo> buffers(bindings.size());
    std::vector<VkDescriptorImageInfo> images(bindings.size());
    std::vector<VkWriteDescriptorSet> writes;
    for (std::size_t i = 0; i < bindings.size(); ++i) {
        const Binding& binding = bindings[i];
        const VkWriteDescriptorSet write{.sType = VK_STRUCTURE_TYPE_WRITE_DESCRIPTOR_SET,
                                         .dstBinding = binding.number,
                                         .descriptorCount = 1,
                                         .descriptorType = descriptor_type(binding.kind),
                                         .pImageInfo = &images[i],
                                         .pBufferInfo = &buffers[i]};
        if (binding.buffer)
            buffers[i] = {binding.buffer->handle(), 0, VK_WHOLE_SIZE};
        else
            images[i] = image_info(pass, binding);
        writes.push_back(write);
    }
    vkCmdBindPipeline(buffer_, pass.bind_point, pass.pipeline.get());
    device_->push_descriptors(buffer_, pass.bind_point, pass.layout.get(), writes);
    vkCmdPushConstants(buffer_, pass.layout.get(), pass.stages, 0, static_cast<std::uint32_t>(params_bytes),
                       params);
}

void Commands::dispatch(const Pipeline& pass, std::span<const Binding> bindings, const void* params,
                        std::size_t params_bytes, Invocations invocations,
                        std::array<std::uint32_t, 3> local_size) {
    std::array<std::uint32_t, 3> groups = {invocations.x, invocations.y, invocations.z};
    for (std::size_t axis = 0; axis < groups.size(); ++axis) {
        groups[axis] = (groups[axis] + local_size[axis] - 1) / local_size[axis];
        if (groups[axis] > device_->limits().maxComputeWorkGroupCount[axis])
            fail("pass '{}': {} groups on axis {}, {} takes {}", pass.name, groups[axis], axis,
                 device_->name(), device_->limits().maxComputeWorkGroupCount[axis]);
    }
    begin_pass(pass.name);
    bind(pass, bindings, params, params_bytes);
    vkCmdDispatch(buffer_, groups[0], groups[1], groups[2]);
    end_pass();
}

void Commands::dispatch(const Pipeline& pass, std::span<const Binding> bindings, const void* params,
                        std::size_t params_bytes, const BufferMemory& groups) {
    begin_pass(pass.name);
    bind(pass, bindings, params, params_bytes);
    vkCmdDispatchIndirect(buffer_, groups.handle(), 0);
    end_pass();
}

static VkRenderingAttachmentInfo attachment(const Image& image) {
    return {.sType = VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_INFO,
            .imageView = image.first_layer(),
            .imageLayout = VK_IMAGE_LAYOUT_GENERAL,
            .loadOp = VK_ATTACHMENT_LOAD_OP_LOAD,
            .storeOp = VK_ATTACHMENT_STORE_OP_STORE};
}

void Commands::draw(const Pipeline& pass, std::span<const Binding> bindings, const void* params,
                    std::size_t params_bytes, const Attachments& attachments, const BufferMemory* indices,
                    std::uint32_t vertices, std::uint32_t instances) {
    assert(attachments.depth || !attachments.colour.empty());
    const Image& first = attachments.colour.empty() ? *attachments.depth : *attachments.colour.front();
    const VkRect2D area{{0, 0}, {first.extent().width, first.extent().height}};
    std::vector<VkRenderingAttachmentInfo> colour;
    for (const Image* image : attachments.colour)
        colour.push_back(attachment(*image));
    VkRenderingInfo rendering{.sType = VK_STRUCTURE_TYPE_RENDERING_INFO,
                              .renderArea = area,
                              .layerCount = 1,
                              .colorAttachmentCount = static_cast<std::uint32_t>(colour.size()),
                              .pColorAttachments = colour.data()};
    VkRenderingAttachmentInfo depth;
    if (attachments.depth) {
        depth = attachment(*attachments.depth);
        rendering.pDepthAttachment = &depth;
    }
    begin_pass(pass.name);
    bind(pass, bindings, params, params_bytes);
    vkCmdBeginRendering(buffer_, &rendering);
    const VkViewport viewport{
        0.0f, 0.0f, static_cast<float>(area.extent.width), static_cast<float>(area.extent.height),
        0.0f, 1.0f};
    vkCmdSetViewport(buffer_, 0, 1, &viewport);
    vkCmdSetScissor(buffer_, 0, 1, &area);
    if (indices) {
        vkCmdBindIndexBuffer(buffer_, indices->handle(), 0, VK_INDEX_TYPE_UINT32);
        vkCmdDrawIndexed(buffer_, vertices, instances, 0, 0, 0);
    } else {
        vkCmdDraw(buffer_, vertices, instances, 0, 0);
    }
    vkCmdEndRendering(buffer_);
    end_pass();
}

void Commands::fill(const BufferMemory& buffer, std::uint32_t word) {
    begin_pass("fill " + buffer.name());
    vkCmdFillBuffer(buffer_, buffer.handle(), 0, VK_WHOLE_SIZE, word);
    end_pass();
}

static VkImageSubresourceRange whole(const Image& image) {
    return {image.aspect(), 0, image.extent().levels, 0, image.extent().layers};
}

void Commands::clear(const Image& image, std::array<float, 4> value) {
    const VkImageSubresourceRange range = whole(image);
    VkClearColorValue colour{.float32 = {value[0], value[1], value[2], value[3]}};
    if (image.format() == Format::r32ui || image.format() == Format::rgba32ui)
        for (std::size_t i = 0; i < value.size(); ++i)
            colour.uint32[i] = static_cast<std::uint32_t>(value[i]);
    begin_pass("clear " + image.name());
    if (image.format() == Format::depth32f) {
        const VkClearDepthStencilValue depth{value[0], 0};
        vkCmdClearDepthStencilImage(buffer_, image.handle(), VK_IMAGE_LAYOUT_GENERAL, &depth, 1, &range);
    } else {
        vkCmdClearColorImage(buffer_, image.handle(), VK_IMAGE_LAYOUT_GENERAL, &colour, 1, &range);
    }
    end_pass();
}

void Commands::make_levels(const Image& image) {
    const Extent extent = image.extent();
    const auto end_of = [&](std::uint32_t level) {
        return VkOffset3D{static_cast<std::int32_t>(std::max(1u, extent.width >> level)),
                          static_cast<std::int32_t>(std::max(1u, extent.height >> level)), 1};
    };
    for (std::uint32_t level = 1; level < extent.levels; ++level) {
        const VkImageBlit halving{
            .srcSubresource = {image.aspect(), level - 1, 0, extent.layers},
            .srcOffsets = {{0, 0, 0}, end_of(level - 1)},
            .dstSubresource = {image.aspect(), level, 0, extent.layers},
            .dstOffsets = {{0, 0, 0}, end_of(level)},
        };
        begin_pass("level of " + image.name());
        vkCmdBlitImage(buffer_, image.handle(), VK_IMAGE_LAYOUT_GENERAL, image.handle(),
                       VK_IMAGE_LAYOUT_GENERAL, 1, &halving, VK_FILTER_LINEAR);
        end_pass();
    }
}

void Commands::copy(const BufferMemory& from, const BufferMemory& to, VkDeviceSize bytes) {
    assert(bytes <= from.bytes() && bytes <= to.bytes());
    const VkBufferCopy region{0, 0, bytes};
    begin_pass("copy " + from.name());
    vkCmdCopyBuffer(buffer_, from.handle(), to.handle(), 1, &region);
    end_pass();
}

static VkBufferImageCopy whole_copy(const Image& image) {
    const Extent extent = image.extent();
    return {.imageSubresource = {image.aspect(), 0, 0, extent.layers},
            .imageExtent = {extent.width, extent.height, 1}};
}

void Commands::copy(const BufferMemory& from, const Image& to) {
    const VkBufferImageCopy region = whole_copy(to);
    begin_pass("copy " + from.name());
    vkCmdCopyBufferToImage(buffer_, from.handle(), to.handle(), VK_IMAGE_LAYOUT_GENERAL, 1, &region);
    end_pass();
}

void Commands::copy(const Image& from, const BufferMemory& to) {
    const VkBufferImageCopy region = whole_copy(from);
    begin_pass("copy " + from.name());
    vkCmdCopyImageToBuffer(buffer_, from.handle(), VK_IMAGE_LAYOUT_GENERAL, to.handle(), 1, &region);
    end_pass();
}

void Commands::make_general(const Image& image) {
    const VkImageMemoryBarrier2 barrier{.sType = VK_STRUCTURE_TYPE_IMAGE_MEMORY_BARRIER_2,
                                        .dstStageMask = VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT,
                                        .dstAccessMask = VK_ACCESS_2_MEMORY_WRITE_BIT,
                                        .newLayout = VK_IMAGE_LAYOUT_GENERAL,
                                        .srcQueueFamilyIndex = VK_QUEUE_FAMILY_IGNORED,
                                        .dstQueueFamilyIndex = VK_QUEUE_FAMILY_IGNORED,
                                        .image = image.handle(),
                                        .subresourceRange = whole(image)};
    const VkDependencyInfo dependency{.sType = VK_STRUCTURE_TYPE_DEPENDENCY_INFO,
                                      .imageMemoryBarrierCount = 1,
                                      .pImageMemoryBarriers = &barrier};
    vkCmdPipelineBarrier2(buffer_, &dependency);
}

} // namespace healed::gpu
