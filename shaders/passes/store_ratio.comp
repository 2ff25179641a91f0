#include "passes/store_ratio.h"

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (all(lessThan(texel, params.size))) {
        imageStore(ratio, ivec3(texel, params.layer), imageLoad(light, texel));
    }
}
