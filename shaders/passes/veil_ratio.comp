#include "passes/veil_ratio.h"
#include "physics.glsl"
#include "shading/noise.glsl"

const float flake_mm = 0.45f;

// Whether a place lies under a flake: cells of a jittered grid, each of them loose or not.
bool under_flake(vec2 at_mm, float flakes) {
    vec2 at = at_mm / flake_mm;
    ivec2 home = ivec2(floor(at));
    float nearest = 1e9f;
    float chance = 1.0f;
    for (int y = -1; y <= 1; ++y) {
        for (int x = -1; x <= 1; ++x) {
            vec3 random = lattice_random(ivec3(home + ivec2(x, y), 7));
            vec2 away = vec2(home + ivec2(x, y)) + random.xy - at;
            float distance_squared = dot(away, away);
            if (distance_squared < nearest) {
                nearest = distance_squared;
                chance = random.z;
            }
        }
    }
    return chance < flakes;
}

void main() {
    uvec2 texel = gl_GlobalInvocationID.xy;
    if (any(greaterThanEqual(texel, params.size))) {
        return;
    }
    vec3 mark = texture(marks, (vec2(texel) + 0.5f) / vec2(params.size)).xyz;
    float flaked = under_flake((vec2(texel) + 0.5f) * params.texel_mm, mark.z) ? 1.0f : 0.0f;
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
