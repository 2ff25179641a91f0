// Rasterises triangles pulled from a buffer into their number plus one.
#ifndef TEST_PASS_TRIANGLES
#define TEST_PASS_TRIANGLES
#include "declare_pass.h"

GRAPHICS_PASS(Triangles, triangles)
struct Params {
    vec2 shift;
};
BINDINGS
READS(0, vec3, corners);
PASS_END
#endif
