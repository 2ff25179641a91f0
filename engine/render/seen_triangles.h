#pragma once

#include "gpu/buffer.h"
#include "head/head.h"
#include "render/surface_bound.h"

#include <cstdint>
#include <glm/glm.hpp>
#include <span>
#include <string_view>
#include <vector>

namespace healed::render {

/// Triangles of a head on the device, and those of them that a camera may see: about a half of a whole head,
/// few of a close view. A rasteriser that is slow with triangles (software draws them on one core) is spared
/// the others.
class SeenTriangles {
  public:
    /// `triangles` number the vertices of the mesh. They are put into an order of their own.
    SeenTriangles(const gpu::Device& device, std::string_view name, const head::Mesh& mesh,
                  std::vector<glm::uvec3> triangles);

    /// Must not overlap commands in flight.
    void look_from(const Camera& camera, float aspect);

    const gpu::Buffer<glm::uvec3>& buffer() const { return buffer_; } ///< the first count() are those seen
    std::uint32_t count() const { return count_; }

  private:
    std::vector<glm::uvec3> triangles_;
    std::vector<SurfaceBound> bounds_; ///< of each so many of them
    std::vector<bool> seen_;           ///< those that are uploaded
    gpu::Buffer<glm::uvec3> buffer_;
    std::uint32_t count_ = 0;
};

} // namespace healed::render
