#pragma once

#include "gpu/binding.h"
#include "gpu/reflection.h"
#include "healed_shaders.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace healed::gpu {

inline constexpr std::size_t max_params_bytes = 128; ///< what every Vulkan device takes as push constants

/// What compute and graphics passes have in common: a pipeline, its layout and its name.
struct Pipeline {
    std::string name;
    VkPipelineBindPoint bind_point;
    VkShaderStageFlags stages;
    Handle<VkDescriptorSetLayout, vkDestroyDescriptorSetLayout> set_layout;
    Handle<VkPipelineLayout, vkDestroyPipelineLayout> layout;
    Handle<VkPipeline, vkDestroyPipeline> pipeline;
};

enum class Topology { triangles, lines, points };
enum class Cull { none, back }; ///< a front face runs counter-clockwise on the screen

/// What a graphics pass draws into. Clip space has y down and z 0 … 1; nearer is smaller.
struct GraphicsOptions {
    std::vector<Format> colour;
    bool depth = true; ///< test and write a depth32f attachment
    Topology topology = Topology::triangles;
    Cull cull = Cull::none;
};

VkDescriptorType descriptor_type(BindingKind kind);

/// Both throw Error in words when the shader and its declaration differ.
Pipeline create_compute_pipeline(const Device& device, const std::string& stem,
                                 std::span<const Binding> declared, std::size_t params_bytes,
                                 ShaderLookup lookup);
Pipeline create_graphics_pipeline(const Device& device, const std::string& stem,
                                  std::span<const Binding> declared, std::size_t params_bytes,
                                  const GraphicsOptions& options, ShaderLookup lookup);

/// The compute pass that shaders/passes/<stem>.h declares (see declare_pass.h); its stem names pipeline and
/// timing.
template <typename Declared>
struct Pass : Pipeline {
    static_assert(sizeof(typename Declared::Params) <= max_params_bytes);
    explicit Pass(const Device& device, ShaderLookup lookup = healed_shader)
        : Pipeline(create_compute_pipeline(device, Declared::stem,
                                           declared_bindings<typename Declared::Bindings>(),
                                           sizeof(typename Declared::Params), lookup)) {}
};

/// The pair <stem>.vert and <stem>.frag; vertices are pulled from buffers by gl_VertexIndex.
template <typename Declared>
struct GraphicsPass : Pipeline {
    static_assert(sizeof(typename Declared::Params) <= max_params_bytes);
    GraphicsPass(const Device& device, const GraphicsOptions& options, ShaderLookup lookup = healed_shader)
        : Pipeline(create_graphics_pipeline(device, Declared::stem,
                                            declared_bindings<typename Declared::Bindings>(),
                                            sizeof(typename Declared::Params), options, lookup)) {}
};

} // namespace healed::gpu
