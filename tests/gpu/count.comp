#include "count.h"

void main() {
    uint counted = 0u;
    for (uint i = 0u; i < params.iterations; ++i)
        counted += ones[i % ones.length()];
    counts[gl_GlobalInvocationID.x] = counted;
}
