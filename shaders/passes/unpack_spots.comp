#include "passes/unpack_spots.h"
#include "passes/spot_sum.glsl"

void main() {
    uvec2 texel = gl_GlobalInvocationID.xy;
    if (texel.x >= params.size || texel.y >= params.size) {
        return;
    }
    uint first = (texel.y * params.size + texel.x) * 2u;
    imageStore(four, ivec3(texel, params.layer),
               vec4(unpacked_pair(sums[first], params.steps), unpacked_pair(sums[first + 1u], params.steps)));
}
