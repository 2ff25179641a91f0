#pragma once

#include "gpu/image.h"
#include "head/head.h"
#include "treatment/mark.h"

#include <optional>
#include <span>

namespace healed::render {

/// What scars and other marks change of the skin, over the whole scalp chart, rgba16f: natural logarithms,
/// over the skin's own, of blood, melanin, gloss, and of the heights of its relief. Nothing for a scalp
/// without marks. Blocks.
std::optional<gpu::Image> marks_image(const gpu::Device& device, const head::Head& head,
                                      std::span<const treatment::Mark> marks, std::uint64_t seed);

} // namespace healed::render
