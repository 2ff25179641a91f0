// Dark shares of four bands as an image, so that they can be read between texels.
#ifndef HEALED_UNPACK_DARKENING
#define HEALED_UNPACK_DARKENING
#include "declare_pass.h"

PASS(UnpackDarkening, unpack_darkening, 8, 8, 1)
struct Params {
    uint size;
};
BINDINGS
READS(0, uint64_t, dark);                // as splat_darkening leaves them
IMAGE(1, rgba16f, image2DArray, shares); // layer 0: shares; 1: the same times the most
PASS_END
#endif
