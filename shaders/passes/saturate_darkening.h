// From dark shares to the ratio of inked to bare reflectance, R/R0 = 1 − P(1 − exp(−S/P)): S adds up the dark shares of
// all absorbers, P is the most that such absorbers could take, were they a full sheet.
#ifndef HEALED_SATURATE_DARKENING
#define HEALED_SATURATE_DARKENING
#include "declare_pass.h"

PASS(SaturateDarkening, saturate_darkening, 8, 8, 1)
struct Params {
    uint size;
};
BINDINGS
IMAGE(0, rgba32f, image2DArray, dark);
TEXTURE(1, sampler2DArray, wide);     // the same from the coarse grid
IMAGE(2, rgba16f, image2DArray, ratio);
IMAGE(3, r16f, image2D, redness);
PASS_END
#endif
