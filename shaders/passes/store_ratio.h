// Keeps the light that has come back up as the ratio of inked to bare reflectance, half precision.
#ifndef HEALED_STORE_RATIO
#define HEALED_STORE_RATIO
#include "declare_pass.h"

PASS(StoreRatio, store_ratio, 8, 8, 1)
struct Params {
    ivec2 size;
    uint layer;
};
BINDINGS
IMAGE(0, rgba32f, image2D, light);
IMAGE(1, rgba16f, image2DArray, ratio);
PASS_END
#endif
