#pragma once

#include "head/head.h"

namespace healed::render {

/// How a place of a face differs from the skin of the person's forearm.
struct Complexion {
    float blood;   ///< natural logarithm of blood over the skin's own
    float melanin; ///< the same of melanin
    float gloss;   ///< the same of the film of oil
};

/// Redder ears, nose, cheeks and lips; darker lids; an oily forehead and nose; a scalp kept
/// matt. All of it assumed from portraits, by eye.
Complexion complexion(const head::Vertex& vertex, const head::Landmarks& landmarks);

} // namespace healed::render
