// Adds to each layer its own number, and halves what a linear sampler sees between the first two texels.
#ifndef TEST_PASS_LAYERS
#define TEST_PASS_LAYERS
#include "declare_pass.h"

PASS(Layers, layers, 8, 8, 1)
struct Params {
    float step;
};
BINDINGS
IMAGE(0, r32f, image2DArray, stack);
IMAGE(1, r32ui, uimage2D, marks);
TEXTURE(2, sampler2D, picture);
WRITES(3, float, between);
PASS_END
#endif
