#include "passes/saturate_darkening.h"
#include "physics.glsl"

void main() {
    uvec2 texel = gl_GlobalInvocationID.xy;
    if (texel.x >= params.size || texel.y >= params.size) {
        return;
    }
    vec2 chart = (vec2(texel) + 0.5f) / float(params.size);
    for (int half_ = 0; half_ < 2; ++half_) {
        vec4 share = imageLoad(dark, ivec3(texel, half_)) + texture(wide, vec3(chart, float(half_)));
        vec4 weighted = imageLoad(dark, ivec3(texel, 2 + half_)) + texture(wide, vec3(chart, float(2 + half_)));
        vec4 left;
        for (int band = 0; band < 4; ++band) {
            left[band] = left_by_many(share[band], weighted[band]);
        }
        imageStore(ratio, ivec3(texel, half_), left);
    }
    imageStore(redness, ivec2(texel), imageLoad(dark, ivec3(texel, 4)));
}
