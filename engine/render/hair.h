#pragma once

#include "gpu/buffer.h"
#include "render/strand_clusters.h"
#include "render/targets.h"

#include <cstdint>
#include <span>
#include <vector>

namespace healed::render {

/// The hair of a head on the device, and what of it a camera looks at.
class Hair {
  public:
    Hair(const gpu::Device& device, Strands strands, std::span<const passes::HeadVertex> vertices);

    /// Chooses what a picture draws. Must not overlap commands in flight.
    void look_from(const Camera& camera, const Raster& raster);

    const gpu::Buffer<StrandPiece>& pieces() const { return pieces_; } ///< at least one element
    std::uint32_t piece_count() const { return piece_count_; }
    /// Numbers of the clusters that the camera of look_from() may see, the first clusters_in_view() of them.
    const gpu::Buffer<std::uint32_t>& in_view() const { return in_view_; }
    std::uint32_t clusters_in_view() const { return clusters_in_view_; }
    /// In how many parts each piece is to be drawn, so that none takes too many steps.
    std::uint32_t parts() const { return parts_; }

  private:
    std::vector<StrandCluster> clusters_;
    gpu::Buffer<StrandPiece> pieces_;
    gpu::Buffer<std::uint32_t> in_view_;
    std::uint32_t piece_count_;
    std::uint32_t clusters_in_view_ = 0;
    std::uint32_t parts_ = 1;
    float longest_mm_ = 0; ///< piece
    float widest_mm_ = 0;
};

} // namespace healed::render
