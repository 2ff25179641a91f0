#include "gpu/pass.h"

#include "gpu/result.h"

namespace healed::gpu {

using ShaderModule = Handle<VkShaderModule, vkDestroyShaderModule>;

VkDescriptorType descriptor_type(BindingKind kind) {
    switch (kind) {
    case BindingKind::buffer:
        return VK_DESCRIPTOR_TYPE_STORAGE_BUFFER;
    case BindingKind::uniform_buffer:
        return VK_DESCRIPTOR_TYPE_UNIFORM_BUFFER;
    case BindingKind::storage_image:
        return VK_DESCRIPTOR_TYPE_STORAGE_IMAGE;
    default:
        return VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER;
    }
}

static void create_layouts(Pipeline& pass, const Device& device, std::span<const Binding> declared,
                           std::size_t params_bytes) {
    const VkSampler sampler = device.linear_sampler();
    std::vector<VkDescriptorSetLayoutBinding> bindings;
    for (const Binding& binding : declared)
        bindings.push_back({binding.number, descriptor_type(binding.kind), 1, pass.stages, &sampler});
    const VkDescriptorSetLayoutCreateInfo set_info{
        .sType = VK_STRUCTURE_TYPE_DESCRIPTOR_SET_LAYOUT_CREATE_INFO,
        .flags = VK_DESCRIPTOR_SET_LAYOUT_CREATE_PUSH_DESCRIPTOR_BIT_KHR,
        .bindingCount = static_cast<std::uint32_t>(bindings.size()),
        .pBindings = bindings.data()};
    VkDescriptorSetLayout set = VK_NULL_HANDLE;
    check(vkCreateDescriptorSetLayout(device.handle(), &set_info, nullptr, &set), pass.name);
    pass.set_layout = {device.handle(), set};

    const VkPushConstantRange range{pass.stages, 0, static_cast<std::uint32_t>(params_bytes)};
    const VkPipelineLayoutCreateInfo info{.sType = VK_STRUCTURE_TYPE_PIPELINE_LAYOUT_CREATE_INFO,
                                          .setLayoutCount = 1,
                                          .pSetLayouts = &set,
                                          .pushConstantRangeCount = 1,
                                          .pPushConstantRanges = &range};
    VkPipelineLayout layout = VK_NULL_HANDLE;
    check(vkCreatePipelineLayout(device.handle(), &info, nullptr, &layout), pass.name);
    pass.layout = {device.handle(), layout};
    device.set_name(VK_OBJECT_TYPE_DESCRIPTOR_SET_LAYOUT, set, pass.name);
    device.set_name(VK_OBJECT_TYPE_PIPELINE_LAYOUT, layout, pass.name);
}

static ShaderModule create_module(const Device& device, const std::string& file,
                                  std::span<const std::uint32_t> words) {
    const VkShaderModuleCreateInfo info{.sType = VK_STRUCTURE_TYPE_SHADER_MODULE_CREATE_INFO,
                                        .codeSize = words.size_bytes(),
                                        .pCode = words.data()};
    VkShaderModule module = VK_NULL_HANDLE;
    check(vkCreateShaderModule(device.handle(), &info, nullptr, &module), file);
    device.set_name(VK_OBJECT_TYPE_SHADER_MODULE, module, file);
    return {device.handle(), module};
}

static VkPipelineShaderStageCreateInfo stage(VkShaderStageFlagBits bit, const ShaderModule& module) {
    return {.sType = VK_STRUCTURE_TYPE_PIPELINE_SHADER_STAGE_CREATE_INFO,
            .stage = bit,
            .module = module.get(),
            .pName = "main"};
}

Pipeline create_compute_pipeline(const Device& device, const std::string& stem,
                                 std::span<const Binding> declared, std::size_t params_bytes,
                                 ShaderLookup lookup) {
    const std::span<const std::uint32_t> words = lookup(stem + ".comp");
    check_against_declaration(stem, {&words, 1}, declared, params_bytes);
    Pipeline pass{stem, VK_PIPELINE_BIND_POINT_COMPUTE, VK_SHADER_STAGE_COMPUTE_BIT, {}, {}, {}};
    create_layouts(pass, device, declared, params_bytes);
    const ShaderModule module = create_module(device, stem + ".comp", words);
    const VkComputePipelineCreateInfo info{.sType = VK_STRUCTURE_TYPE_COMPUTE_PIPELINE_CREATE_INFO,
                                           .stage = stage(VK_SHADER_STAGE_COMPUTE_BIT, module),
                                           .layout = pass.layout.get()};
    VkPipeline pipeline = VK_NULL_HANDLE;
    check(vkCreateComputePipelines(device.handle(), VK_NULL_HANDLE, 1, &info, nullptr, &pipeline), stem);
    pass.pipeline = {device.handle(), pipeline};
    device.set_name(VK_OBJECT_TYPE_PIPELINE, pipeline, stem);
    return pass;
}

static VkPrimitiveTopology primitive(Topology topology) {
    switch (topology) {
    case Topology::lines:
        return VK_PRIMITIVE_TOPOLOGY_LINE_LIST;
    case Topology::points:
        return VK_PRIMITIVE_TOPOLOGY_POINT_LIST;
    default:
        return VK_PRIMITIVE_TOPOLOGY_TRIANGLE_LIST;
    }
}

/// The fixed state of a rasterised pass; refers to itself, so it stays put.
struct RasterState {
    explicit RasterState(const GraphicsOptions& options);
    RasterState(const RasterState&) = delete;
    RasterState& operator=(const RasterState&) = delete;

    std::vector<VkFormat> colour_formats;
    VkPipelineRenderingCreateInfo rendering{.sType = VK_STRUCTURE_TYPE_PIPELINE_RENDERING_CREATE_INFO};
    VkPipelineVertexInputStateCreateInfo vertex_input{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_VERTEX_INPUT_STATE_CREATE_INFO};
    VkPipelineInputAssemblyStateCreateInfo assembly{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_INPUT_ASSEMBLY_STATE_CREATE_INFO};
    VkPipelineViewportStateCreateInfo viewport{.sType = VK_STRUCTURE_TYPE_PIPELINE_VIEWPORT_STATE_CREATE_INFO,
                                               .viewportCount = 1,
                                               .scissorCount = 1};
    VkPipelineRasterizationStateCreateInfo raster{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_RASTERIZATION_STATE_CREATE_INFO, .lineWidth = 1.0f};
    VkPipelineMultisampleStateCreateInfo samples{.sType =
                                                     VK_STRUCTURE_TYPE_PIPELINE_MULTISAMPLE_STATE_CREATE_INFO,
                                                 .rasterizationSamples = VK_SAMPLE_COUNT_1_BIT};
    VkPipelineDepthStencilStateCreateInfo depth{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_DEPTH_STENCIL_STATE_CREATE_INFO,
        .depthCompareOp = VK_COMPARE_OP_LESS};
    std::vector<VkPipelineColorBlendAttachmentState> channels;
    VkPipelineColorBlendStateCreateInfo blend{.sType =
                                                  VK_STRUCTURE_TYPE_PIPELINE_COLOR_BLEND_STATE_CREATE_INFO};
    std::array<VkDynamicState, 2> at_draw{VK_DYNAMIC_STATE_VIEWPORT, VK_DYNAMIC_STATE_SCISSOR};
    VkPipelineDynamicStateCreateInfo dynamic{.sType = VK_STRUCTURE_TYPE_PIPELINE_DYNAMIC_STATE_CREATE_INFO};
};

RasterState::RasterState(const GraphicsOptions& options) {
    for (const Format format : options.colour)
        colour_formats.push_back(traits(format).vulkan);
    rendering.colorAttachmentCount = static_cast<std::uint32_t>(colour_formats.size());
    rendering.pColorAttachmentFormats = colour_formats.data();
    if (options.depth)
        rendering.depthAttachmentFormat = traits(Format::depth32f).vulkan;
    assembly.topology = primitive(options.topology);
    raster.cullMode = options.cull == Cull::back ? VK_CULL_MODE_BACK_BIT : VK_CULL_MODE_NONE;
    depth.depthTestEnable = depth.depthWriteEnable = options.depth;
    channels.resize(colour_formats.size());
    for (VkPipelineColorBlendAttachmentState& channel : channels)
        channel.colorWriteMask = VK_COLOR_COMPONENT_R_BIT | VK_COLOR_COMPONENT_G_BIT |
                                 VK_COLOR_COMPONENT_B_BIT | VK_COLOR_COMPONENT_A_BIT;
    blend.attachmentCount = rendering.colorAttachmentCount;
    blend.pAttachments = channels.data();
    dynamic.dynamicStateCount = static_cast<std::uint32_t>(at_draw.size());
    dynamic.pDynamicStates = at_draw.data();
}

Pipeline create_graphics_pipeline(const Device& device, const std::string& stem,
                                  std::span<const Binding> declared, std::size_t params_bytes,
                                  const GraphicsOptions& options, ShaderLookup lookup) {
    const std::array<std::span<const std::uint32_t>, 2> words = {lookup(stem + ".vert"),
                                                                 lookup(stem + ".frag")};
    check_against_declaration(stem, words, declared, params_bytes);
    Pipeline pass{stem,
                  VK_PIPELINE_BIND_POINT_GRAPHICS,
                  VK_SHADER_STAGE_VERTEX_BIT | VK_SHADER_STAGE_FRAGMENT_BIT,
                  {},
                  {},
                  {}};
    create_layouts(pass, device, declared, params_bytes);
    const ShaderModule vertex = create_module(device, stem + ".vert", words[0]);
    const ShaderModule fragment = create_module(device, stem + ".frag", words[1]);
    const std::array stages = {stage(VK_SHADER_STAGE_VERTEX_BIT, vertex),
                               stage(VK_SHADER_STAGE_FRAGMENT_BIT, fragment)};
    const RasterState state(options);
    const VkGraphicsPipelineCreateInfo info{.sType = VK_STRUCTURE_TYPE_GRAPHICS_PIPELINE_CREATE_INFO,
                                            .pNext = &state.rendering,
                                            .stageCount = static_cast<std::uint32_t>(stages.size()),
                                            .pStages = stages.data(),
                                            .pVertexInputState = &state.vertex_input,
                                            .pInputAssemblyState = &state.assembly,
                                            .pViewportState = &state.viewport,
                                            .pRasterizationState = &state.raster,
                                            .pMultisampleState = &state.samples,
                                            .pDepthStencilState = &state.depth,
                                            .pColorBlendState = &state.blend,
                                            .pDynamicState = &state.dynamic,
                                            .layout = pass.layout.get()};
    VkPipeline pipeline = VK_NULL_HANDLE;
    check(vkCreateGraphicsPipelines(device.handle(), VK_NULL_HANDLE, 1, &info, nullptr, &pipeline), stem);
    pass.pipeline = {device.handle(), pipeline};
    device.set_name(VK_OBJECT_TYPE_PIPELINE, pipeline, stem);
    return pass;
}

} // namespace healed::gpu
