#include "passes/unpack_darkening.h"
#include "passes/dark_sum.glsl"

void main() {
    uvec2 texel = gl_GlobalInvocationID.xy;
    if (texel.x >= params.size || texel.y >= params.size) {
        return;
    }
    uint first = (texel.y * params.size + texel.x) * 4u;
    vec4 share;
    vec4 weighted;
    for (uint band = 0u; band < 4u; ++band) {
        vec2 both = unpacked_dark(dark[first + band]);
        share[band] = both.x;
        weighted[band] = both.y;
    }
    imageStore(shares, ivec3(texel, 0), share);
    imageStore(shares, ivec3(texel, 1), weighted);
}
