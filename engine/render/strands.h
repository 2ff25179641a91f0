#pragma once

#include "head/head.h"
#include "passes/strand.h"
#include "treatment/dot.h"

#include <cstdint>
#include <span>
#include <vector>

namespace healed::render {

using passes::StrandPiece;

/// Hair above the skin, in straight pieces. Pieces of one hair follow each other.
using Strands = std::vector<StrandPiece>;

/// What a clipper or a razor leaves of natural hairs, cut blunt; longer stubble bends the way it grows.
/// `length_mm` is that of the median hair; each one differs by some 15 %.
Strands stubble(const head::Head& head, std::span<const treatment::Hair> hairs, double length_mm,
                std::uint64_t seed);

/// Area of the pieces seen from the side, mm².
double side_area_mm2(std::span<const StrandPiece> strands);

} // namespace healed::render
