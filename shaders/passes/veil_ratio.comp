#include "passes/veil_ratio.h"
#include "physics.glsl"
#include "shading/noise.glsl"

const float flake_mm = 0.42f;
// Cells are loose in this proportion to the share under flakes: a flake is thin, and no cell is under it to its border.
const float mean_cover = 0.505f;

// How much of a place a flake hides, 0 ... 1. Flakes are loose cells of a jittered grid; their borders are torn, their
// rims lift off and are whitest, and each has a thickness of its own.
float flake_cover(vec2 at_mm, float flakes) {
    vec2 torn_mm = 0.10f * value_noises(vec3(at_mm / 0.25f, 3.5f)).xy + 0.05f * value_noises(vec3(at_mm / 0.08f, 5.5f)).xy;
    vec2 at = (at_mm + torn_mm) / flake_mm;
    ivec2 home = ivec2(floor(at));
    float first = 1e9f, second = 1e9f;
    float chance = 1.0f;
    ivec2 cell = home;
    for (int y = -1; y <= 1; ++y) {
        for (int x = -1; x <= 1; ++x) {
            vec3 random = lattice_random(ivec3(home + ivec2(x, y), 7));
            vec2 away = vec2(home + ivec2(x, y)) + random.xy - at;
            float square = dot(away, away);
            if (square < first) {
                second = first;
                first = square;
                chance = random.z;
                cell = home + ivec2(x, y);
            } else {
                second = min(second, square);
            }
        }
    }
    float inwards = sqrt(second) - sqrt(first);
    float rim = 1.0f - smoothstep(0.12f, 0.5f, inwards);
    float thickness = 0.6f + 0.4f * lattice_random(ivec3(cell, 11)).x;
    float loose = chance < flakes / mean_cover ? 1.0f : 0.0f;
    return loose * thickness * smoothstep(0.02f, 0.2f, inwards) * (0.7f + 0.3f * rim);
}

void main() {
    uvec2 texel = gl_GlobalInvocationID.xy;
    if (any(greaterThanEqual(texel, params.size))) {
        return;
    }
    vec3 mark = texture(marks, (vec2(texel) + 0.5f) / vec2(params.size)).xyz;
    float flaked = flake_cover((vec2(texel) + 0.5f) * params.texel_mm, mark.z);
    for (uint four = 0u; four < fours_of_bands; ++four) {
        vec4 below = imageLoad(ratio, ivec3(texel, four));
        vec4 seen;
        for (int band = 0; band < 4; ++band) {
            float rho = scaled_rho(mark.y, params.veil_scatter[four][band]);
            seen[band] = scaly_ratio(below[band], params.bare[four][band], rho, flaked, params.flake_rho);
        }
        imageStore(ratio, ivec3(texel, four), seen);
    }
}
