// Adds what single absorbers darken to the texels of the scalp chart about them, where dots are not resolved; four bands at
// once. Distances are measured on the head, so that what spreads a millimetre spreads a millimetre however the chart is
// stretched there. Run twice: the widest Gaussian of each absorber's spread on a coarse grid, the rest on the fine one.
#ifndef HEALED_SPLAT_DARKENING
#define HEALED_SPLAT_DARKENING
#include "declare_pass.h"
#include "passes/dark_spot.h"

PASS(SplatDarkening, splat_darkening, 64, 1, 1)
struct Params {
    uint size;            // texels on a side
    uint spot_count;
    uint first_gaussian;
    uint last_gaussian;
    uint four;            // of bands
};
BINDINGS
READS(0, DarkSpot, spots);
TEXTURE(1, sampler2D, surface);   // place on the head, mm, and whether there is scalp
WRITES(2, uint64_t, dark);        // dark_sum.glsl, texel by texel, four bands each
PASS_END
#endif
