#include "passes/saturate_darkening.h"
#include "physics.glsl"

void main() {
    uvec2 texel = gl_GlobalInvocationID.xy;
    if (texel.x >= params.size || texel.y >= params.size) {
        return;
    }
    vec2 chart = (vec2(texel) + 0.5f) / float(params.size);
    for (uint four = 0u; four < fours_of_bands; ++four) {
        uint times_most = fours_of_bands + four;
        vec4 share = imageLoad(dark, ivec3(texel, four)) + texture(wide, vec3(chart, float(four)));
        vec4 weighted = imageLoad(dark, ivec3(texel, times_most)) + texture(wide, vec3(chart, float(times_most)));
        vec4 left;
        for (int band = 0; band < 4; ++band) {
            left[band] = left_by_many(share[band], weighted[band]);
        }
        imageStore(ratio, ivec3(texel, four), left);
    }
    imageStore(redness, ivec2(texel), imageLoad(dark, ivec3(texel, 2u * fours_of_bands)));
}
