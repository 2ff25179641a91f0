// What the surface of healing skin adds to a ratio of inked to bare reflectance where dots are resolved: the young
// epidermis everywhere, loose flakes here and there (physics/veil.glsl).
#ifndef HEALED_VEIL_RATIO
#define HEALED_VEIL_RATIO
#include "declare_pass.h"
#include "passes/bands.h"

PASS(VeilRatio, veil_ratio, 8, 8, 1)
struct Params {
    uvec2 size;
    float texel_mm;
    float flake_rho;
    vec4 bare[fours_of_bands];
    vec4 veil_scatter[fours_of_bands];
};
BINDINGS
IMAGE(0, rgba16f, image2DArray, ratio);
TEXTURE(1, sampler2D, marks);   // over the same window: logarithm of blood, reflectance of the young epidermis at 560 nm,
                                // share under flakes
PASS_END
#endif
