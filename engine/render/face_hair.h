#pragma once

#include "render/strands.h"

namespace healed::render {

/// Eyebrows over Part::Brow of a head: tapered hairs that stand up at the inner end, sweep together along the
/// middle and thin out into the tail, finer and fewer towards all edges.
Strands brows(const head::Head& head, std::uint64_t seed);

/// Lashes along the closed lids of Part::Eyelid: the upper ones longer and curled up, the lower ones short.
/// None for a head without lids.
Strands lashes(const head::Head& head, std::uint64_t seed);

} // namespace healed::render
