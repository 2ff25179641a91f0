#include "passes/saturate_darkening.h"
#include "physics.glsl"

void main() {
    uvec2 texel = gl_GlobalInvocationID.xy;
    if (texel.x >= params.size || texel.y >= params.size) {
        return;
    }
    vec2 chart = (vec2(texel) + 0.5f) / float(params.size);
    vec3 marks = imageLoad(dark, ivec3(texel, 2u * fours_of_bands)).xyz;
    for (uint four = 0u; four < fours_of_bands; ++four) {
        uint times_most = fours_of_bands + four;
        vec4 share = imageLoad(dark, ivec3(texel, four)) + texture(wide, vec3(chart, float(four)));
        vec4 weighted = imageLoad(dark, ivec3(texel, times_most)) + texture(wide, vec3(chart, float(times_most)));
        vec4 left;
        for (int band = 0; band < 4; ++band) {
            float below = left_by_many(share[band], weighted[band]);
            float rho = scaled_rho(marks.y, params.veil_scatter[four][band]);
            left[band] = scaly_ratio(below, params.bare[four][band], rho, marks.z, params.flake_rho);
        }
        imageStore(ratio, ivec3(texel, four), left);
    }
    imageStore(redness, ivec2(texel), vec4(marks.x));
}
