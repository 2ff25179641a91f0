#include "passes/shade.h"
#include "shading/tile.glsl"
#include "shading/camera.glsl"
#include "shading/fresnel.glsl"
#include "shading/rectangle_lamp.glsl"
#include "shading/sky.glsl"
#include "shading/gloss.glsl"
#include "shading/ink.glsl"
#include "shading/through.glsl"

/// Light at a place of an image of light and depth, from those of the four nearest texels that lie on this surface.
float light_at(sampler2D diffused, vec2 place_01, float depth, float width_per_depth) {
    vec2 texel = place_01 * vec2(textureSize(diffused, 0)) - 0.5;
    ivec2 base = ivec2(floor(texel)), last = textureSize(diffused, 0) - 1;
    vec2 part = texel - vec2(base);
    float fall = 1.0 / (3.0 * width_per_depth * depth + 0.5);
    float sum = 0.0, weights = 0.0;
    for (int i = 0; i < 4; ++i) {
        ivec2 corner = ivec2(i & 1, i >> 1);
        vec2 other = texelFetch(diffused, clamp(base + corner, ivec2(0), last), 0).rg;
        vec2 near = mix(1.0 - part, part, vec2(corner));
        float apart = (other.y - depth) * fall;
        float weight = other.y > 0.0 ? (near.x * near.y + 1e-3) * exp(-apart * apart) + 1e-9 : 0.0;
        sum += weight * other.x;
        weights += weight;
    }
    return sum / max(weights, 1e-12);
}

/// What more or less melanin does to the logarithm of skin's reflectance. Beyond the curve's nodes it stays at them.
float browner(SkinBandOnDevice band, float ln_melanin) {
    float u = clamp(ln_melanin, -3.3, 1.4);
    return u * (band.melanin.x + u * (band.melanin.y + u * band.melanin.z));
}

/// Light of one ratio a band, through skin of this blood and melanin. Few hairs of a beard leave of it what left_by_many
/// (physics/darkening.glsl) is to first order.
vec3 skin_colour(vec4 diffused, float bounce, vec4 beneath, BandRatio ink, float blood, float melanin) {
    vec2 behind = beneath.xy;
    float beard_per_mm2 = beneath.z, vein = beneath.w;
    vec3 sum = vec3(0.0);
    [[unroll]] for (uint i = 0u; i < 4u * fours_of_bands; ++i) {
        SkinBandOnDevice band = frame[0].bands[i];
        float light = dot(band.diffusion, diffused) + bounce * band.reflectance +
                      behind.x * exp((red_attenuation_per_mm - band.attenuation_per_mm) * behind.y);
        sum += band.xyz * light * ink.fours[i / 4u][i % 4u] * 
               exp(blood * band.per_blood + browner(band, melanin) - beard_per_mm2 * band.beard_mm2 - vein * band.vein);
    }
    return sum;
}

void main() {
    uvec2 size = frame[0].size;
    ivec2 texel = sample_of_tile(size);
    vec4 surface = texelFetch(normal_depth, texel, 0);
    vec2 place_01 = (vec2(texel) + 0.5) / vec2(size);
    vec4 where = texelFetch(place, texel, 0);
    vec4 known = texelFetch(access, texel, 0);
    float depth = surface.w;
    vec4 diffused = vec4(light_at(diffused_0, place_01, depth, params.width_mm.x),
                         light_at(diffused_1, place_01, depth, params.width_mm.y),
                         light_at(diffused_2, place_01, depth, params.width_mm.z),
                         light_at(diffused_3, place_01, depth, params.width_mm.w));

    GlossPlace gloss;
    gloss.point = point_at(frame[0].camera, vec2(texel) + 0.5, size, depth);
    gloss.normal = surface.xyz;
    gloss.to_eye = normalize(frame[0].camera.position - gloss.point);
    gloss.free = known.x;
    gloss.variance = known.z;
    gloss.in_view = texelFetch(lamps, texel, 0);

    // What the head hides of the sky is head, about as bright as the place itself.
    float bounce = (1.0 - known.x) * diffused.w;
    float width_mm = sample_mm(frame[0].camera, size, depth) / max(known.w, 0.3);
    BandRatio ink = ink_at(where.xy, width_mm);
    vec3 xyz = skin_colour(diffused, bounce, texelFetch(through, texel, 0), ink, where.z + ink.blood, where.w);
    xyz *= passage(frame[0].index_f0, max(known.w, 0.12));
    xyz += frame[0].mirrored * frame[0].white * gloss_light(gloss, frame[0].oil * exp(known.y));
    float there =
        surface.w > 0.0 ? smoothstep(frame[0].fade_mm.x, frame[0].fade_mm.y, gloss.point.y) : 0.0;
    imageStore(colour, texel, there > 0.0 ? vec4(there * xyz, there) : vec4(0.0));
}
