#include "passes/halve.h"

void main() {
    if (any(greaterThanEqual(gl_GlobalInvocationID.xy, params.size)))
        return;
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    ivec2 last = textureSize(from, 0) - 1;
    vec2 sources[4];
    float nearest = 1e30;
    for (int i = 0; i < 4; ++i) {
        sources[i] = texelFetch(from, min(2 * texel + ivec2(i & 1, i >> 1), last), 0).rg;
        if (sources[i].y > 0.0)
            nearest = min(nearest, sources[i].y);
    }
    vec2 sum = vec2(0.0);
    float count = 0.0;
    for (int i = 0; i < 4; ++i)
        if (sources[i].y > 0.0 && sources[i].y < nearest + params.reach_mm) {
            sum += sources[i];
            count += 1.0;
        }
    imageStore(to, texel, vec4(sum / max(count, 1.0), 0.0, 0.0));
}
