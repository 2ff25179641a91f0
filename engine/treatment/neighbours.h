#pragma once

#include "treatment/blue_noise.h"

#include <cstdint>
#include <span>
#include <vector>

namespace healed::treatment {

struct Neighbour {
    std::uint32_t index;
    float weight; ///< how much the two crowd one another, 0 … 1
};

/// For each sample those nearer than twice the smaller of the two radii, with Yuksel's weight
/// (1 - max(d/2r, floor))^8.
class Neighbours {
  public:
    Neighbours(std::span<const Sample> samples, std::span<const float> radii_mm, float floor);

    std::span<const Neighbour> of(std::uint32_t index) const {
        return std::span(all_).subspan(first_[index], first_[index + 1] - first_[index]);
    }

  private:
    std::vector<std::size_t> first_;
    std::vector<Neighbour> all_;
};

} // namespace healed::treatment
