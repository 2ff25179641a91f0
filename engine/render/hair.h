#pragma once

#include "gpu/buffer.h"
#include "gpu/image.h"
#include "passes/drawn_strands.h"
#include "passes/fibre.h"
#include "passes/stubble.h"
#include "render/hair_volume.h"
#include "render/strand_clusters.h"
#include "render/targets.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace healed::render {

/// The hair of a head on the device, and what of it a camera looks at.
class Hair {
  public:
    Hair(const gpu::Device& device, Strands strands, std::span<const passes::HeadVertex> vertices,
         std::span<const glm::uvec3> triangles);

    /// Chooses what a picture draws. Must not overlap commands in flight.
    void look_from(const gpu::Device& device, const Camera& camera, const Raster& raster);

    const gpu::Buffer<StrandPiece>& pieces() const { return pieces_; } ///< at least one element
    /// Numbers of the clusters that the camera of look_from() may see, the first clusters_in_view() of them.
    const gpu::Buffer<std::uint32_t>& in_view() const { return in_view_; }
    std::uint32_t clusters_in_view() const { return clusters_in_view_; }
    const passes::DrawnStrands& drawn() const { return drawn_; }
    /// Of long hair in that picture (shading/hair_slabs.glsl); null where there is none.
    const gpu::Image* slabs() const { return slabs_ ? &*slabs_ : nullptr; }

    const gpu::Buffer<passes::FibreRow>& fibre() const { return fibre_; } ///< how each hair scatters
    const HairVolume& volume() const { return volume_; }
    const gpu::Buffer<passes::Stubble>& stubble() const { return stubble_; } ///< one a vertex of the head

  private:
    std::vector<StrandCluster> clusters_;
    HairVolume volume_;
    gpu::Buffer<StrandPiece> pieces_;
    gpu::Buffer<std::uint32_t> in_view_;
    gpu::Buffer<passes::Stubble> stubble_;
    gpu::Buffer<passes::FibreRow> fibre_;
    std::optional<gpu::Image> slabs_;
    std::uint32_t clusters_in_view_ = 0;
    passes::DrawnStrands drawn_{};
    float longest_mm_ = 0; ///< piece
    float widest_mm_ = 0;
};

/// What the short hairs are that shade each vertex's part of the skin.
std::vector<passes::Stubble> stubble_on(std::span<const StrandPiece> pieces,
                                        std::span<const passes::HeadVertex> vertices,
                                        std::span<const glm::uvec3> triangles);

} // namespace healed::render
