#include "passes/irradiance.h"
#include "shading/tile.glsl"
#include "shading/camera.glsl"
#include "shading/fresnel.glsl"
#include "shading/sky.glsl"
#include "shading/rectangle_lamp.glsl"

void main() {
    ivec2 texel = sample_of_tile(frame[0].size);
    vec4 surface = texelFetch(normal_depth, texel, 0);
    vec3 point = point_at(frame[0].camera, vec2(texel) + 0.5, frame[0].size, surface.w);
    float free = texelFetch(access, texel, 0).x;
    float light = free * sky_on_card(surface.xyz);
    vec4 in_view = texelFetch(lamps, texel, 0);
    [[unroll]] for (uint i = 0u; i < most_lamps; ++i)
        light += in_view[i] * entering(frame[0].lamps[i], point, surface.xyz, frame[0].index_f0);
    imageStore(light_depth, texel, surface.w == 0.0 ? vec4(0.0) : vec4(light, surface.w, 0.0, 0.0));
}
