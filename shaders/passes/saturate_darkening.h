// From dark shares of four bands to the ratio of inked to bare reflectance (physics/darkening.glsl), seen through the
// surface of healing skin (physics/veil.glsl).
#ifndef HEALED_SATURATE_DARKENING
#define HEALED_SATURATE_DARKENING
#include "declare_pass.h"
#include "passes/bands.h"

PASS(SaturateDarkening, saturate_darkening, 8, 8, 1)
struct Params {
    uint size;
    uint four;          // of bands
    uint healing;       // 0: there are no marks
    float flake_rho;
    vec4 bare;          // reflectance of the bare skin
    vec4 veil_scatter;  // of the young epidermis, over that at 560 nm
};
BINDINGS
READS(0, uint64_t, dark);             // of the fine grid, as splat_darkening leaves them
TEXTURE(1, sampler2DArray, wide);     // of the coarse grid, as unpack_darkening leaves them
TEXTURE(2, sampler2D, surface);
IMAGE(3, rgba16f, image2D, marks);
IMAGE(4, rgba16f, image2DArray, ratio);
IMAGE(5, r16f, image2D, redness);
PASS_END
#endif
