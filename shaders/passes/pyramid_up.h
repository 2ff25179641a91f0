// Sums up a pyramid from the coarse end: each level becomes its own share plus the coarser level, brought to its size.
#ifndef HEALED_PYRAMID_UP
#define HEALED_PYRAMID_UP
#include "declare_pass.h"
#include "passes/slice_law.h"

PASS(PyramidUp, pyramid_up, 8, 8, 1)
struct Params {
    ivec2 fine_size;
    uint periodic;
    uint level;       // of the fine image
    uint coarsest;    // 1 when the coarse image is the last and has not got its own share yet
    uint slice;
    uint kernel;      // 0 step, 1 turn, 2 excursion, 3 column
};
BINDINGS
READS(0, SliceLaw4, laws);
IMAGE(1, rgba32f, image2D, coarse);
IMAGE(2, rgba32f, image2D, fine);
PASS_END
#endif
