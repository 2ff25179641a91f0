#include "passes/diffuse.h"

void main() {
    if (any(greaterThanEqual(gl_GlobalInvocationID.xy, params.size)))
        return;
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    vec2 centre = texelFetch(from, texel, 0).rg;
    if (centre.y == 0.0) {
        imageStore(to, texel, vec4(0.0));
        return;
    }
    float width = params.texel_per_depth * centre.y;
    // Halving to this texel and sampling between texels have blurred the light by a part of the variance already.
    float variance = params.sigma_mm * params.sigma_mm - params.blurred * width * width;
    float fall = -0.5 / variance;
    int reach = min(int(ceil(2.6 * sqrt(variance) / width)), 64);
    ivec2 last = ivec2(params.size) - 1;
    float sum = centre.x, weights = 1.0;
    for (int i = 1; i <= reach; ++i) {
        float square = width * width * float(i * i);
        for (int side = -1; side <= 1; side += 2) {
            vec2 other = texelFetch(from, clamp(texel + side * i * params.step, ivec2(0), last), 0).rg;
            float deeper = other.y - centre.y;
            float weight = other.y > 0.0 ? exp(fall * (square + deeper * deeper)) : 0.0;
            sum += weight * other.x;
            weights += weight;
        }
    }
    imageStore(to, texel, vec4(sum / weights, centre.y, 0.0, 0.0));
}
