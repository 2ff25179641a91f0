#include "passes/weigh_light.h"

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, params.size))) {
        return;
    }
    vec4 result = imageLoad(weights, ivec3(texel, params.slice)) * imageLoad(light, texel);
    if (params.adds == 1u) {
        result += imageLoad(added, ivec3(texel, params.slice));
    }
    imageStore(target, ivec3(texel, params.target_layer), result);
}
