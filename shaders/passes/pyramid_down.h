// Halves a field: binomial 1 3 3 1 on each axis.
#ifndef HEALED_PYRAMID_DOWN
#define HEALED_PYRAMID_DOWN
#include "declare_pass.h"

PASS(PyramidDown, pyramid_down, 8, 8, 1)
struct Params {
    ivec2 fine_size;
    uint periodic;
};
BINDINGS
IMAGE(0, rgba32f, image2D, fine);
IMAGE(1, rgba32f, image2D, coarse);
PASS_END
#endif
