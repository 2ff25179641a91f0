#pragma once

#include <vector>

namespace healed::render {

/// What takes light below the skin where the scalp's chart does not reach: at each vertex of a head, or
/// empty.
struct UnderSkin {
    std::vector<float> beard_per_mm2; ///< hairs (render/beard.h)
    std::vector<float> veins;         ///< 0 … 1 over the middle of one (render/veins.h)
};

} // namespace healed::render
