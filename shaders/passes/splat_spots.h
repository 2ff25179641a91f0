// Adds what spots spread over the skin about them to the texels of the scalp chart, four numbers each, as a Gaussian or two.
// Distances are measured on the head, so that what spreads a millimetre spreads a millimetre however the chart is
// stretched there.
#ifndef HEALED_SPLAT_SPOTS
#define HEALED_SPLAT_SPOTS
#include "declare_pass.h"
#include "passes/spot_place.h"

PASS(SplatSpots, splat_spots, 64, 1, 1)
struct Params {
    uint size;              // texels on a side
    uint count;             // of spots
    uint narrow;            // where the amounts of the narrower Gaussian begin
    uint wide;              // of the wider one; the same as narrow: there is only that one
    float narrow_sigma_mm;
    float wide_sigma_mm;
    float texel_variance;   // is added to a Gaussian's, in squares of a texel
    float steps;            // of the integer sums, to 1
};
BINDINGS
READS(0, SpotPlace, places);
READS(1, vec4, amounts);      // what the skin about a spot holds of it in whole, × mm²
WRITES(2, uint64_t, sums);    // spot_sum.glsl, two words a texel
PASS_END
#endif
