#include "passes/surface.h"
#include "shading/tile.glsl"
#include "shading/camera.glsl"
#include "shading/noise.glsl"
#include "shading/relief.glsl"

/// Where a ray meets the plane of a triangle (Möller & Trumbore 1997): weights of its corners.
vec3 corner_weights(vec3 ray, vec3 a, vec3 b, vec3 c) {
    vec3 ab = b - a, ac = c - a, from_a = frame[0].camera.position - a;
    vec3 p = cross(ray, ac), q = cross(from_a, ab);
    float determinant = dot(ab, p);
    float scale = abs(determinant) > 1e-12 ? 1.0 / determinant : 0.0;
    float v = dot(from_a, p) * scale, w = dot(ray, q) * scale;
    // A sample's centre may lie a little outside of a triangle that the rasteriser gave it.
    vec3 weights = clamp(vec3(1.0 - v - w, v, w), 0.0, 1.0);
    return weights / (weights.x + weights.y + weights.z);
}

/// Texels of a triangle's corners, and their weights.
struct Corners {
    ivec2 a, b, c;
    vec3 weights;
};

ivec2 vertex_texel(uint i) { return ivec2(i % vertices_a_row, i / vertices_a_row); }

vec4 shape_at(Corners corners, int layer) {
    return corners.weights.x * texelFetch(vertex_shape, ivec3(corners.a, layer), 0) +
           corners.weights.y * texelFetch(vertex_shape, ivec3(corners.b, layer), 0) +
           corners.weights.z * texelFetch(vertex_shape, ivec3(corners.c, layer), 0);
}

vec4 known_at(Corners corners, sampler2D vertex_image) {
    return corners.weights.x * texelFetch(vertex_image, corners.a, 0) +
           corners.weights.y * texelFetch(vertex_image, corners.b, 0) +
           corners.weights.z * texelFetch(vertex_image, corners.c, 0);
}

/// Uneven blood, melanin and gloss: mean about 0 each, for an amplitude of 1 about 1 at most. Patches of the size of a
/// fingertip, mottling of that of a vascular unit of the dermis, grains of that of the skin's plates.
vec3 mottle(vec3 point, float sample_width_mm) {
    vec3 sum = 0.5 * value_noises(point / 22.0) + 0.35 * value_noises(point / 7.0 + 3.7);
    float units = shown_share(2.4, sample_width_mm), grains = shown_share(0.9, sample_width_mm);
    if (units > 0.0)
        sum += 0.42 * units * value_noises(point / 2.4 + 9.1);
    if (grains > 0.0)
        sum += 0.34 * grains * value_noises(point / 0.9 + 31.3);
    return sum;
}

/// Freckles and sun spots, few, faint and ragged: more melanin about scattered points. 0 … 1.
float freckles(vec3 point, float sample_width_mm) {
    const float spacing_mm = 7.5, radius_mm = 0.8;
    float shown = shown_share(3.0 * radius_mm, sample_width_mm);
    if (shown <= 0.0)
        return 0.0;
    vec3 away = spacing_mm * from_scattered_point(point / spacing_mm);
    if (dot(away, away) > 4.0 * radius_mm * radius_mm)
        return 0.0;
    vec3 ragged = away + 0.55 * radius_mm * value_noises(point / radius_mm + 71.9);
    return shown * (1.0 - smoothstep(0.3 * radius_mm, radius_mm, length(ragged)));
}

vec4 mark_at(vec2 chart) {
    bool off_chart = any(lessThan(chart, vec2(0.0))) || any(greaterThan(chart, vec2(1.0)));
    return off_chart ? vec4(0.0) : textureLod(marks, chart, 0.0);
}

void main() {
    ivec2 texel = sample_of_tile(frame[0].size);
    uint seen = imageLoad(triangle_seen, texel).r;
    uvec3 numbers = triangles[max(seen, 1u) - 1u];
    Corners at = Corners(vertex_texel(numbers.x), vertex_texel(numbers.y), vertex_texel(numbers.z), vec3(0.0));
    vec3 ray = ray_through(frame[0].camera, vec2(texel) + 0.5, frame[0].size);
    at.weights = corner_weights(ray, texelFetch(vertex_shape, ivec3(at.a, 0), 0).xyz,
                                texelFetch(vertex_shape, ivec3(at.b, 0), 0).xyz,
                                texelFetch(vertex_shape, ivec3(at.c, 0), 0).xyz);
    vec4 point_chart = shape_at(at, 0), normal_chart = shape_at(at, 1), look = known_at(at, vertex_look);
    vec3 point = point_chart.xyz;
    float depth = dot(point - frame[0].camera.position, frame[0].camera.forward);
    vec3 normal = normalize(normal_chart.xyz);
    float width_mm = sample_mm(frame[0].camera, frame[0].size, depth);
    float facing = dot(normal, -normalize(ray));

    vec2 chart = vec2(point_chart.w, normal_chart.w);
    vec4 mark = mark_at(chart);
    Relief relief = skin_relief(point, width_mm / max(facing, 0.25), frame[0].relief * exp(mark.w));
    // Seen at a slant, the sides of the relief that face away are hidden: it is smoother than it is.
    vec3 rough_normal = tilted(normal, smoothstep(0.05, 0.6, facing) * relief.gradient);
    vec3 uneven = frame[0].unevenness * mottle(point, width_mm);
    float blood = mark.x + look.y + 0.34 * uneven.x;
    float melanin =
        mark.y + look.z + 0.18 * uneven.y + 0.22 * frame[0].unevenness * freckles(point, width_mm);
    float gloss = mark.z + look.w + 0.6 * uneven.z;
    vec2 behind = known_at(at, vertex_through).xy;
    imageStore(normal_depth, texel, seen == 0u ? vec4(0.0) : vec4(rough_normal, depth));
    imageStore(place, texel, vec4(chart, blood, melanin));
    imageStore(access, texel, vec4(look.x, gloss, relief.shown_variance, facing));
    imageStore(lamps, texel, known_at(at, vertex_lamps));
    imageStore(through, texel, vec4(behind.x, behind.y / max(behind.x, 1e-6), shape_at(at, 2).xy));
}
