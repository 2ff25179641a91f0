// What one slice does to light, from the ink in it and the light lost on excursions above it: the transmittance of half a
// step and the square root of what a turn gives back. Leaves in `field` what excursions of the next edge start from.
#ifndef HEALED_SLICE_OPTICS
#define HEALED_SLICE_OPTICS
#include "declare_pass.h"
#include "passes/slice_law.h"

PASS(SliceOptics, slice_optics, 8, 8, 1)
struct Params {
    ivec2 size;
    uint slice;
    uint is_last;       // 1 where no excursion follows: `field` stays
    uint clear_above;   // 1 while no ink lies above: excursions then lose nothing
};
BINDINGS
READS(0, SliceLaw4, laws);
IMAGE(1, rgba32f, image2DArray, columns);
IMAGE(2, rgba32f, image2D, field);          // in: the survival of this edge's excursions; out: the next edge's source
IMAGE(3, rgba32f, image2DArray, half_step);
IMAGE(4, rgba32f, image2DArray, half_turn);
PASS_END
#endif
