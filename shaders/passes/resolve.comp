#include "passes/resolve.h"
#include "shading/hair_slabs.glsl"
#include "shading/tone.glsl"

vec3 background(vec2 place_01) {
    vec2 from_centre = (place_01 - vec2(0.5, 0.45)) * vec2(frame[0].camera.aspect, 1.0);
    float fall = smoothstep(0.0, 0.95, length(from_centre));
    return frame[0].white * mix(frame[0].background_centre, frame[0].background_edge, fall);
}

vec4 with_hairs(ivec2 texel, vec3 ground) {
    vec4 skin = texelFetch(colour, texel, 0);
    vec4 below = vec4(skin.rgb + (1.0 - skin.a) * ground, skin.a);
    float weight = float(imageLoad(cover, ivec3(texel, 0)).r);
    vec3 hair = vec3(imageLoad(cover, ivec3(texel, 1)).r, imageLoad(cover, ivec3(texel, 2)).r,
                     imageLoad(cover, ivec3(texel, 3)).r) / max(weight, 1.0);
    // Of long hair only what is seen has a weight; all of it covers.
    float depth = params.has_slabs == 1u ? float(imageLoad(slabs, ivec3(texel, sum_layer)).r) : weight;
    float covered = 1.0 - exp(-depth / sum_fixed_point);
    return vec4(mix(below.rgb, hair, covered), max(below.a, covered));
}

/// Triangular noise of one step of the display in all, so that smooth grounds do not band. -1 … 1.
float dither(uvec2 pixel, uint channel) {
    uint state = pixel.x * 1664525u ^ (pixel.y * 22695477u + channel * 668265263u);
    state ^= state >> 15u;
    state *= 2246822519u;
    state ^= state >> 13u;
    state *= 3266489917u;
    state ^= state >> 16u;
    return float(state & 0xffffu) / 65536.0 + float(state >> 16u) / 65536.0 - 1.0;
}

void main() {
    uvec2 pixel = min(gl_GlobalInvocationID.xy, params.size - 1u); // no early leave, see shading/tile.glsl
    int side = int(params.supersamples);
    vec3 ground = background((vec2(pixel) + 0.5) / vec2(params.size));
    vec4 sum = vec4(0.0);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            sum += with_hairs(side * ivec2(pixel) + ivec2(x, y), ground);
    sum /= float(side * side);
    vec3 rgb = vec3(dot(params.red, sum.rgb), dot(params.green, sum.rgb), dot(params.blue, sum.rgb));
    vec4 before = params.taken_before > 0u ? imageLoad(linear, ivec2(pixel)) : vec4(0.0);
    vec4 mean = before + (vec4(rgb, sum.a) - before) / float(params.taken_before + 1u);
    rgb = mean.rgb;
    imageStore(linear, ivec2(pixel), mean);
    vec3 shown = srgb_encode(params.plain == 1u ? rgb : film(rgb));
    if (params.plain == 0u)
        shown += vec3(dither(pixel, 0u), dither(pixel, 1u), dither(pixel, 2u)) / 255.0;
    imageStore(picture, ivec2(pixel), vec4(shown, 1.0));
}
