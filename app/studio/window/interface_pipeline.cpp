#include "window/interface_pipeline.h"

#include "gpu/result.h"

namespace healed::studio {

namespace {

using Module = gpu::Handle<VkShaderModule, vkDestroyShaderModule>;

Module module(const gpu::Device& device, const char* file) {
    const std::span<const std::uint32_t> words = healed_shader(file);
    const VkShaderModuleCreateInfo info{.sType = VK_STRUCTURE_TYPE_SHADER_MODULE_CREATE_INFO,
                                        .codeSize = words.size_bytes(),
                                        .pCode = words.data()};
    VkShaderModule created = VK_NULL_HANDLE;
    gpu::check(vkCreateShaderModule(device.handle(), &info, nullptr, &created), file);
    return {device.handle(), created};
}

VkPipelineShaderStageCreateInfo stage(VkShaderStageFlagBits bit, const Module& module) {
    return {.sType = VK_STRUCTURE_TYPE_PIPELINE_SHADER_STAGE_CREATE_INFO,
            .stage = bit,
            .module = module.get(),
            .pName = "main"};
}

/// Colours are laid over each other as display values, as people who design windows expect; the alpha of the
/// window itself stays 1.
constexpr VkPipelineColorBlendAttachmentState over{.blendEnable = VK_TRUE,
                                                   .srcColorBlendFactor = VK_BLEND_FACTOR_SRC_ALPHA,
                                                   .dstColorBlendFactor = VK_BLEND_FACTOR_ONE_MINUS_SRC_ALPHA,
                                                   .colorBlendOp = VK_BLEND_OP_ADD,
                                                   .srcAlphaBlendFactor = VK_BLEND_FACTOR_ONE,
                                                   .dstAlphaBlendFactor = VK_BLEND_FACTOR_ONE_MINUS_SRC_ALPHA,
                                                   .alphaBlendOp = VK_BLEND_OP_ADD,
                                                   .colorWriteMask =
                                                       VK_COLOR_COMPONENT_R_BIT | VK_COLOR_COMPONENT_G_BIT |
                                                       VK_COLOR_COMPONENT_B_BIT | VK_COLOR_COMPONENT_A_BIT};

VkPipeline create(const gpu::Device& device, const gpu::Pipeline& declared) {
    const Module vertex = module(device, "interface.vert"), fragment = module(device, "interface.frag");
    const std::array stages = {stage(VK_SHADER_STAGE_VERTEX_BIT, vertex),
                               stage(VK_SHADER_STAGE_FRAGMENT_BIT, fragment)};
    const VkFormat format = gpu::traits(gpu::Format::rgba8).vulkan;
    const VkPipelineRenderingCreateInfo rendering{.sType = VK_STRUCTURE_TYPE_PIPELINE_RENDERING_CREATE_INFO,
                                                  .colorAttachmentCount = 1,
                                                  .pColorAttachmentFormats = &format};
    const VkPipelineVertexInputStateCreateInfo pulled{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_VERTEX_INPUT_STATE_CREATE_INFO};
    const VkPipelineInputAssemblyStateCreateInfo assembly{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_INPUT_ASSEMBLY_STATE_CREATE_INFO,
        .topology = VK_PRIMITIVE_TOPOLOGY_TRIANGLE_LIST};
    const VkPipelineViewportStateCreateInfo viewport{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_VIEWPORT_STATE_CREATE_INFO,
        .viewportCount = 1,
        .scissorCount = 1};
    const VkPipelineRasterizationStateCreateInfo raster{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_RASTERIZATION_STATE_CREATE_INFO, .lineWidth = 1.0f};
    const VkPipelineMultisampleStateCreateInfo samples{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_MULTISAMPLE_STATE_CREATE_INFO,
        .rasterizationSamples = VK_SAMPLE_COUNT_1_BIT};
    const VkPipelineColorBlendStateCreateInfo blend{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_COLOR_BLEND_STATE_CREATE_INFO,
        .attachmentCount = 1,
        .pAttachments = &over};
    const std::array at_draw{VK_DYNAMIC_STATE_VIEWPORT, VK_DYNAMIC_STATE_SCISSOR};
    const VkPipelineDynamicStateCreateInfo dynamic{
        .sType = VK_STRUCTURE_TYPE_PIPELINE_DYNAMIC_STATE_CREATE_INFO,
        .dynamicStateCount = static_cast<std::uint32_t>(at_draw.size()),
        .pDynamicStates = at_draw.data()};
    const VkGraphicsPipelineCreateInfo info{.sType = VK_STRUCTURE_TYPE_GRAPHICS_PIPELINE_CREATE_INFO,
                                            .pNext = &rendering,
                                            .stageCount = static_cast<std::uint32_t>(stages.size()),
                                            .pStages = stages.data(),
                                            .pVertexInputState = &pulled,
                                            .pInputAssemblyState = &assembly,
                                            .pViewportState = &viewport,
                                            .pRasterizationState = &raster,
                                            .pMultisampleState = &samples,
                                            .pColorBlendState = &blend,
                                            .pDynamicState = &dynamic,
                                            .layout = declared.layout.get()};
    VkPipeline pipeline = VK_NULL_HANDLE;
    gpu::check(vkCreateGraphicsPipelines(device.handle(), VK_NULL_HANDLE, 1, &info, nullptr, &pipeline),
               "interface");
    device.set_name(VK_OBJECT_TYPE_PIPELINE, pipeline, "interface");
    return pipeline;
}

} // namespace

InterfacePipeline::InterfacePipeline(const gpu::Device& device)
    : declared(device, {.colour = {gpu::Format::rgba8}, .depth = false}),
      pipeline(device.handle(), create(device, declared)) {}

} // namespace healed::studio
