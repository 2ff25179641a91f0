// Adds up the ink over each texel of each slice (one layer of invocations a slice): vertical optical depth in four bands.
// Each tile of 16 × 16 texels has a list of the absorbers that reach it.
#ifndef HEALED_GATHER_COLUMNS
#define HEALED_GATHER_COLUMNS
#include "declare_pass.h"

SHARED
// A Gaussian dot (depth at its centre) or a shaft (is_shaft 1) as it meets four bands. A dot's `strength` is its vertical
// optical depth over its centre, a shaft's its absorption in 1/mm.
struct ColumnAbsorber {
    vec2 place_mm;
    vec2 slant;
    float depth_mm;   // where `place_mm` holds: a dot's centre, a shaft's top
    float width_mm;   // sigma or radius
    uint is_shaft;
    uint shares;      // row of slice_shares
    vec4 strength;
};
SHARED_END

PASS(GatherColumns, gather_columns, 8, 8, 1)
struct Params {
    uvec2 size;
    float texel_mm;
    uint tiles_across;
    uint slice_count;
};
BINDINGS
READS(0, ColumnAbsorber, absorbers);
READS(1, float, slice_shares);     // of a dot's ink in each slice, or a shaft's length in it in mm
READS(2, float, slice_middles);    // mm
READS(3, uvec2, tiles);            // first and count in the list
READS(4, uint, tile_absorbers);
READS(5, vec4, sheets);            // optical depth of each slice everywhere
IMAGE(6, rgba32f, image2DArray, columns);
PASS_END
#endif
