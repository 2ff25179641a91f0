// Light through one layer of weights: target = weights · light, plus what a layer of another image adds.
#ifndef HEALED_WEIGH_LIGHT
#define HEALED_WEIGH_LIGHT
#include "declare_pass.h"

PASS(WeighLight, weigh_light, 8, 8, 1)
struct Params {
    ivec2 size;
    uint slice;          // layer of weights and of `added`
    uint target_layer;
    uint adds;
};
BINDINGS
IMAGE(0, rgba32f, image2DArray, weights);
IMAGE(1, rgba32f, image2DArray, added);
IMAGE(2, rgba32f, image2D, light);
IMAGE(3, rgba32f, image2DArray, target);
PASS_END
#endif
