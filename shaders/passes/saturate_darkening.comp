#include "passes/saturate_darkening.h"
#include "passes/dark_sum.glsl"
#include "physics.glsl"

void main() {
    uvec2 texel = gl_GlobalInvocationID.xy;
    if (texel.x >= params.size || texel.y >= params.size) {
        return;
    }
    vec2 chart = (vec2(texel) + 0.5f) / float(params.size);
    vec4 left = vec4(1.0f);
    vec3 seen = vec3(0.0f);
    if (texelFetch(surface, ivec2(chart * vec2(textureSize(surface, 0))), 0).w > 0.0f) {
        vec4 share = texture(wide, vec3(chart, 0.0f));
        vec4 weighted = texture(wide, vec3(chart, 1.0f));
        uint first = (texel.y * params.size + texel.x) * 4u;
        if (params.healing != 0u) {
            seen = imageLoad(marks, ivec2(texel)).xyz;
        }
        for (uint band = 0u; band < 4u; ++band) {
            vec2 both = unpacked_dark(dark[first + band]);
            left[band] = left_by_many(share[band] + both.x, weighted[band] + both.y);
            if (params.healing != 0u) {
                float rho = scaled_rho(seen.y, params.veil_scatter[band]);
                left[band] = scaly_ratio(left[band], params.bare[band], rho, seen.z, params.flake_rho);
            }
        }
    }
    imageStore(ratio, ivec3(texel, params.four), left);
    if (params.four == 0u) {
        imageStore(redness, ivec2(texel), vec4(seen.x));
    }
}
