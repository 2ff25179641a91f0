// From dark shares to the ratio of inked to bare reflectance in all bands (physics/darkening.glsl), seen through the surface
// of healing skin (physics/veil.glsl). Dark shares come as weights of a few spectra, layer by layer.
#ifndef HEALED_SATURATE_DARKENING
#define HEALED_SATURATE_DARKENING
#include "declare_pass.h"
#include "passes/bands.h"

SHARED
// Neighbours in a row, which one invocation serves.
const uint texels_per_run = 8u;
SHARED_END

PASS(SaturateDarkening, saturate_darkening, 64, 1, 1)
struct Params {
    uint size;
    uint run_count;
    uint healing;       // 0: there are no marks
    float steps;        // of the integer sums, to 1
    float flake_rho;
    vec4 bare[fours_of_bands];           // reflectance of the bare skin
    vec4 veil_scatter[fours_of_bands];   // of the young epidermis, over that at 560 nm
};
BINDINGS
READS(0, uint64_t, still);              // weights of the first layer on the fine grid, as splat_spots leaves them
READS(1, uint64_t, ageing);             // of the second
READS(2, uint64_t, more);               // of the third; whatever it is where that layer has no spectra
TEXTURE(3, sampler2DArray, wide);       // weights on the coarse grid, layer by layer
READS(4, vec4, spectra);                // a layer: dark share for each weight, band by band; the same times the most
READS(5, uint, runs);                   // those with scalp: number << 8 | which of the eight texels have it
TEXTURE(6, sampler2D, marks);           // nearness of dots that heal; the same times their young epidermis; times their flakes
TEXTURE(7, sampler2D, flush);           // the same as flush reaches, times their blood
IMAGE(8, rgba16f, image2DArray, ratio); // elsewhere it is left alone
IMAGE(9, r16f, image2D, redness);
PASS_END
#endif
