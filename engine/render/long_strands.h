#pragma once

#include "render/strands.h"
#include "treatment/plan.h"

namespace healed::render {

/// Natural hairs worn long: parted, combed to both sides over the head and let hang, in locks that close
/// towards their tips, with some hairs that stray. Of very dense hair fewer and wider strands stand for all.
Strands long_strands(const head::Head& head, std::span<const treatment::Hair> hairs,
                     const treatment::LongHair& style, std::uint64_t seed);

/// How many hairs each strand stands for when a picture draws those up to a StrandPiece::share of 1 … 3.
float stands_for(std::uint32_t most_share);

} // namespace healed::render
