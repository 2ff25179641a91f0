#pragma once

#include "gpu/device.h"
#include "gpu/pass.h"
#include "passes/walk_pieces.h"
#include "transport/inked_paths.h"

namespace healed::transport {

/// walk_on_cpu on a device: the same photons, the same paths but for the last digits of its arithmetic.
class PieceWalk {
  public:
    explicit PieceWalk(const gpu::Device& device) : device_(device), pass_(device) {}

    WalkedPaths walk(const PathGroup& group, Incidence incidence, std::uint32_t first, std::uint32_t count,
                     std::uint32_t seed, DepthRange kept) const;

  private:
    const gpu::Device& device_;
    gpu::Pass<passes::WalkPieces> pass_;
};

} // namespace healed::transport
