// Within a slice a path meets the ink of neighbouring columns too: `begin` 1 turns a column into the transmittance of
// part of a slice, to be blurred; `begin` 0 turns it back.
#ifndef HEALED_SMEAR_COLUMN
#define HEALED_SMEAR_COLUMN
#include "declare_pass.h"

PASS(SmearColumn, smear_column, 8, 8, 1)
struct Params {
    ivec2 size;
    uint slice;
    float part;      // of the slice that a path stays over one column
    uint begin;
};
BINDINGS
IMAGE(0, rgba32f, image2DArray, columns);
IMAGE(1, rgba32f, image2D, field);
PASS_END
#endif
