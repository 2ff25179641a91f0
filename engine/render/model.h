#pragma once

#include "gpu/buffer.h"
#include "gpu/image.h"
#include "head/head.h"
#include "passes/head_vertex.h"
#include "render/hair.h"
#include "render/light_rig.h"
#include "render/occluders.h"
#include "render/seen_triangles.h"
#include "render/under_skin.h"

#include <array>
#include <glm/glm.hpp>
#include <span>
#include <vector>

namespace healed::render {

/// How the vertices of a head see a set of lamps.
struct Shone {
    std::vector<Lamp> lamps;
    int points_per_lamp; ///< how finely
    gpu::Buffer<passes::LampsSeen> seen;
    gpu::Image shares, through;            ///< what of it surfaces read, a texel a vertex
    gpu::Buffer<passes::HairVoxel> voxels; ///< what long hair leaves of them
};

/// A head with its hair on the device, and what each of its vertices sees of the lamps that shone on it.
/// Good for any number of pictures, cameras, times and skins.
struct Model {
    Model(const gpu::Device& device, const head::Head& head, Strands strands, const UnderSkin& under = {});

    gpu::Buffer<passes::HeadVertex> vertices;
    gpu::Image vertex_shape, vertex_look;  ///< what of them surfaces read, a texel a vertex
    std::array<SeenTriangles, 2> surfaces; ///< the head's, and fewer of about the same shape
    gpu::Buffer<glm::uvec3> occluders;     ///< the fewer ones, to cast shadows
    Hair hair;
    glm::vec3 middle_mm; ///< of a ball round the head
    float radius_mm;
    float lowest_mm; ///< height of its lowest point
    float chart_mm;  ///< about how long a side of the scalp chart is on the head

    /// The latest first, few: a sheet goes back and forth between its portraits' lamps and its insets'.
    std::vector<Shone> shone;
    /// Chooses what of the head and its hair a picture draws. Must not overlap commands in flight.
    void look_from(const gpu::Device& device, const Camera& camera, const Raster& raster);
    /// Those that look_from() chose.
    const SeenTriangles& triangles() const { return surfaces[surface_]; }

    /// Of the lamps that shone last; shine() must have been called.
    const Shone& lamps_seen() const;
    const gpu::Buffer<passes::HairVoxel>& hair_voxels() const;

  private:
    Model(const gpu::Device& device, const head::Head& head, const std::vector<passes::HeadVertex>& skin,
          Strands strands, const UnderSkin& under, const std::vector<glm::uvec3>& fewer_triangles);

    std::size_t surface_ = 0;
};

/// Of an image with a texel a vertex.
gpu::Extent vertex_texels(std::size_t vertices, std::uint32_t layers = 1);

/// What the device holds of each vertex: shape, and the complexion of its part and place.
std::vector<passes::HeadVertex> device_vertices(const head::Head& head);

} // namespace healed::render
