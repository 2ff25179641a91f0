// From dark shares to the ratio of inked to bare reflectance (physics/darkening.glsl), seen through the surface of
// healing skin (physics/veil.glsl).
#ifndef HEALED_SATURATE_DARKENING
#define HEALED_SATURATE_DARKENING
#include "declare_pass.h"
#include "passes/bands.h"

PASS(SaturateDarkening, saturate_darkening, 8, 8, 1)
struct Params {
    uint size;
    float flake_rho;
    vec4 bare[fours_of_bands];           // reflectance of the bare skin
    vec4 veil_scatter[fours_of_bands];   // of the young epidermis, over that at 560 nm
};
BINDINGS
IMAGE(0, rgba16f, image2DArray, dark);
TEXTURE(1, sampler2DArray, wide);     // the same from the coarse grid
IMAGE(2, rgba16f, image2DArray, ratio);
IMAGE(3, r16f, image2D, redness);
PASS_END
#endif
