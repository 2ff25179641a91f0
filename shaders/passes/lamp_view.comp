#include "passes/lamp_view.h"
#include "shading/camera.glsl"
#include "shading/through.glsl"

// A vertex is lifted off the surface by this, so that facets do not shade themselves.
const float lift_mm = 0.9;
// Light that came further through the head than this is nothing.
const float longest_way_mm = 40.0;

float nearest_mm(ivec2 texel) { return imageLoad(nearest, clamp(texel, ivec2(0), imageSize(nearest) - 1)).r; }

/// Share of a 3 × 3 neighbourhood of the depth map, smoothly weighted, that lies beyond `mm`.
float lit_share(vec2 texel, float mm) {
    ivec2 base = ivec2(floor(texel - 0.5));
    vec2 part = texel - 0.5 - vec2(base);
    float sum = 0.0;
    for (int y = -1; y <= 2; ++y) {
        float wy = y == -1 ? 1.0 - part.y : (y == 2 ? part.y : 1.0);
        for (int x = -1; x <= 2; ++x) {
            float wx = x == -1 ? 1.0 - part.x : (x == 2 ? part.x : 1.0);
            sum += wx * wy * (nearest_mm(base + ivec2(x, y)) > mm ? 1.0 : 0.0);
        }
    }
    return sum / 9.0;
}

void main() {
    uint i = gl_GlobalInvocationID.x;
    if (i >= params.vertex_count)
        return;
    HeadVertex vertex = vertices[i];
    vec3 to_lamp = normalize(params.camera.position - vertex.position);
    float cosine = dot(vertex.normal, to_lamp);
    vec2 map_size = vec2(imageSize(nearest));

    vec3 lifted = vertex.position + lift_mm * (vertex.normal + to_lamp);
    vec4 clip = clip_from_point(params.camera, lifted);
    vec2 texel = (0.5 + 0.5 * clip.xy / clip.w) * map_size;
    // Points just beyond the horizon still count, for normals that relief tilts towards the lamp.
    float weight = max(cosine + 0.1, 0.0);
    if (weight > 0.0) {
        lamps_seen[i].seen[params.lamp] += weight * lit_share(texel, clip.w);
        lamps_seen[i].all[params.lamp] += weight;
    }

    if (cosine < 0.0) {
        vec4 sunk = clip_from_point(params.camera, vertex.position);
        vec2 sunk_texel = (0.5 + 0.5 * sunk.xy / sunk.w) * map_size;
        float way = max(sunk.w - nearest_mm(ivec2(sunk_texel)), 0.5);
        if (way < longest_way_mm) {
            float light = params.share * -cosine * exp(-red_attenuation_per_mm * way);
            lamps_seen[i].through += light;
            lamps_seen[i].depth += light * way;
        }
    }
}
