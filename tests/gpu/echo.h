// Writes its params word by word, as the shader sees them.
#ifndef TEST_PASS_ECHO
#define TEST_PASS_ECHO
#include "declare_pass.h"

PASS(Echo, echo, 1, 1, 1)
struct Params {
    float scalar;
    vec3 direction;
    uint index;
    vec2 corner;
    ivec3 cell;
    mat4 camera;
    float last;
};
BINDINGS
WRITES(0, float, floats);
PASS_END
#endif
