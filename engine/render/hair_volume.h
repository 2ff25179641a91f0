#pragma once

#include "passes/hair_voxel.h"
#include "render/light_rig.h"
#include "render/strands.h"

#include <span>
#include <vector>

namespace healed::render {

/// Long hair as a cloud, to shade itself and the skin under it: how much of it stands in each cube of space.
/// Hair that has gone or falls out later counts as long as the plan starts with it.
class HairVolume {
  public:
    /// Of the pieces whose `share` is above 0.
    explicit HairVolume(std::span<const StrandPiece> pieces);

    const passes::HairGrid& grid() const { return grid_; }
    /// What hair leaves of each lamp and of the sky, voxel by voxel; one element where there is no long hair.
    std::vector<passes::HairVoxel> lit_by(std::span<const Lamp> lamps) const;

  private:
    float depth_at(glm::vec3 voxel) const;
    float depth_towards(glm::vec3 voxel, glm::vec3 direction) const;
    float sky_share(glm::vec3 voxel) const;

    passes::HairGrid grid_{};
    std::vector<float> depth_per_mm_; ///< optical depth of a mm of each voxel
};

} // namespace healed::render
