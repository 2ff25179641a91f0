#pragma once

#include "gpu/buffer.h"
#include "gpu/image.h"
#include "head/head.h"
#include "passes/head_vertex.h"
#include "render/hair.h"
#include "render/light_rig.h"
#include "render/occluders.h"

#include <glm/glm.hpp>
#include <span>
#include <vector>

namespace healed::render {

/// How the vertices of a head see a set of lamps.
struct Shone {
    std::vector<Lamp> lamps;
    int points_per_lamp; ///< how finely
    gpu::Buffer<passes::LampsSeen> seen;
    gpu::Image shares, through; ///< what of it surfaces read, a texel a vertex
    gpu::Buffer<passes::HairVoxel> voxels; ///< what long hair leaves of them
};

/// A head with its hair on the device, and what each of its vertices sees of the lamps that shone on it.
/// Good for any number of pictures, cameras, times and skins.
struct Model {
    Model(const gpu::Device& device, const head::Head& head, Strands strands);

    gpu::Buffer<passes::HeadVertex> vertices;
    gpu::Image vertex_shape, vertex_look; ///< what of them surfaces read, a texel a vertex
    gpu::Buffer<glm::uvec3> triangles;
    gpu::Buffer<glm::uvec3> coarse;    ///< fewer triangles of about the same shape, for small pictures
    gpu::Buffer<glm::uvec3> occluders; ///< fewer still, to cast shadows
    /// As few as a picture with samples of this width can do with.
    const gpu::Buffer<glm::uvec3>& triangles_for(float sample_mm) const;
    Hair hair;
    glm::vec3 middle_mm; ///< of a ball round the head
    float radius_mm;
    float lowest_mm; ///< height of its lowest point
    float chart_mm;  ///< about how long a side of the scalp chart is on the head

    /// The latest first, few: a sheet goes back and forth between its portraits' lamps and its insets'.
    std::vector<Shone> shone;
    /// Of the lamps that shone last; shine() must have been called.
    const Shone& lamps_seen() const;
    const gpu::Buffer<passes::HairVoxel>& hair_voxels() const;

  private:
    Model(const gpu::Device& device, const head::Head& head, const std::vector<passes::HeadVertex>& skin,
          Strands strands);
};

/// Of an image with a texel a vertex.
gpu::Extent vertex_texels(std::size_t vertices, std::uint32_t layers = 1);

/// What the device holds of each vertex: shape, and the complexion of its part and place.
std::vector<passes::HeadVertex> device_vertices(const head::Head& head);

} // namespace healed::render
