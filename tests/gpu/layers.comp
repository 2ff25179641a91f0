#include "layers.h"

void main() {
    const ivec3 at = ivec3(gl_GlobalInvocationID);
    const ivec3 size = imageSize(stack);
    if (any(greaterThanEqual(at, size)))
        return;
    const float before = imageLoad(stack, at).x;
    imageStore(stack, at, vec4(before + params.step * float(at.z)));
    imageAtomicAdd(marks, at.xy, 1u);
    if (at == ivec3(0)) {
        between[0] = textureLod(picture, vec2(1.0f / float(textureSize(picture, 0).x), 0.0f), 0.0f).x;
        between[1] = texelFetch(picture, ivec2(1, 0), 0).x;
    }
}
