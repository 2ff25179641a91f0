#pragma once

#include "gpu/handle.h"
#include "gpu/pass.h"
#include "passes/interface.h"

namespace healed::studio {

/// shaders/passes/interface.vert and .frag with what the house's own passes never need: what is drawn later
/// lies over what is there, by its alpha.
struct InterfacePipeline {
    explicit InterfacePipeline(const gpu::Device& device);

    gpu::GraphicsPass<passes::Interface> declared; ///< checks shaders and header; its layout is shared
    gpu::Handle<VkPipeline, vkDestroyPipeline> pipeline;
};

} // namespace healed::studio
