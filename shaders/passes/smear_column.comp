#include "passes/smear_column.h"

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, params.size))) {
        return;
    }
    if (params.begin == 1u) {
        imageStore(field, texel, exp(-params.part * imageLoad(columns, ivec3(texel, params.slice))));
    } else {
        vec4 transmittance = max(imageLoad(field, texel), vec4(1e-30f));
        imageStore(columns, ivec3(texel, params.slice), -log(transmittance) / params.part);
    }
}
