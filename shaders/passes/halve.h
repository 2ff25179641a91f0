// Halves an image of light and depth. Only what lies about as deep as the nearest of the four samples counts, so that
// light does not jump from one part of the head to another behind it.
#include "declare_pass.h"

PASS(Halve, halve, 8, 8, 1)
struct Params {
    uvec2 size;      // of the result
    float reach_mm;  // how far apart in depth samples of one surface may be
};
BINDINGS
TEXTURE(0, sampler2D, from);
IMAGE(1, rg32f, image2D, to);
PASS_END
