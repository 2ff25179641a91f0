#include "passes/pyramid_up.h"
#include "field_border.glsl"

vec4 share_of(uint level) {
    if (params.kernel == 0u) {
        return laws[params.slice].step_kernel.share[level];
    }
    if (params.kernel == 1u) {
        return laws[params.slice].turn_kernel.share[level];
    }
    if (params.kernel == 2u) {
        return laws[params.slice].excursion_kernel.share[level];
    }
    return laws[params.slice].column_kernel.share[level];
}

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, params.fine_size))) {
        return;
    }
    ivec2 coarse_size = (params.fine_size + 1) / 2;
    ivec2 nearest = texel / 2;
    ivec2 beside = nearest + 2 * (texel % 2) - 1;
    ivec2 a = nearest;
    ivec2 b = within_field(ivec2(beside.x, nearest.y), coarse_size, params.periodic);
    ivec2 c = within_field(ivec2(nearest.x, beside.y), coarse_size, params.periodic);
    ivec2 d = within_field(beside, coarse_size, params.periodic);
    vec4 coarser = 0.5625f * imageLoad(coarse, a) + 0.1875f * (imageLoad(coarse, b) + imageLoad(coarse, c)) +
                   0.0625f * imageLoad(coarse, d);
    if (params.coarsest == 1u) {
        coarser *= share_of(params.level + 1u);
    }
    imageStore(fine, texel, share_of(params.level) * imageLoad(fine, texel) + coarser);
}
