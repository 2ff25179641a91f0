#include "passes/pyramid_down.h"
#include "field_border.glsl"

const float binomial[4] = float[4](0.125f, 0.375f, 0.375f, 0.125f);

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel * 2, params.fine_size))) {
        return;
    }
    vec4 sum = vec4(0.0f);
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 4; ++x) {
            ivec2 from = within_field(2 * texel + ivec2(x - 1, y - 1), params.fine_size, params.periodic);
            sum += binomial[x] * binomial[y] * imageLoad(fine, from);
        }
    }
    imageStore(coarse, texel, sum);
}
