// Sums over spots as a layer of an image, so that they can be read between texels.
#ifndef HEALED_UNPACK_SPOTS
#define HEALED_UNPACK_SPOTS
#include "declare_pass.h"

PASS(UnpackSpots, unpack_spots, 8, 8, 1)
struct Params {
    uint size;
    uint layer;
    float steps;
};
BINDINGS
READS(0, uint64_t, sums);               // as splat_spots leaves them
IMAGE(1, rgba16f, image2DArray, four);
PASS_END
#endif
