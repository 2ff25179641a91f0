#pragma once

#include "transport/leg_tally.h"
#include "transport/pyramid_kernel.h"

#include <array>

namespace healed::transport {

/// Path length in a slice as the fast model wants it: with probability `share_without` no excursion, else a
/// geometric number of them; in either case a gamma-distributed length of given mean (in slice thicknesses)
/// and relative variance.
struct LengthLaw {
    float share_without, mean_excursions;
    float mean_without, variance_without;
    float mean_with, variance_with;
};

struct SliceLaw {
    float turning_share; ///< of the returning light has its deepest point in this slice
    LengthLaw step, turn, excursion;
    PyramidKernel step_kernel, turn_kernel, excursion_kernel, column_kernel;
};

/// Constants of the renewal cascade (engine/docs/decisions/0003-fast-model.md) in one band for one size of
/// texel.
using SliceTables = std::array<SliceLaw, slice_count>;

SliceTables slice_tables(const LegTally& tally, double texel_mm);

/// The same where the two ends of a path obey different laws: steps as the legs of `end` take them, turns
/// between it and the other end.
SliceTables slice_tables(const LegTally& end, const LegTally& other_end, double texel_mm);

} // namespace healed::transport
