#include "dependent.h"

void main() {
    const uint i = gl_GlobalInvocationID.x;
    if (i < source.length())
        target[i] = source[i] * params.factor + params.offset;
}
