#extension GL_EXT_control_flow_attributes : require
#include "passes/saturate_darkening.h"
#include "passes/spot_sum.glsl"
#include "physics.glsl"

const uint bands = 4u * fours_of_bands;
const uint layers = 3u;

vec4 weights_of_word_pair(uint64_t low, uint64_t high) {
    return vec4(unpacked_pair(low, params.steps), unpacked_pair(high, params.steps));
}

// Four spectra at four bands.
mat4 four_spectra(uint layer, uint kind, uint four) {
    uint first = (layer * 2u + kind) * bands + 4u * four;
    return mat4(spectra[first], spectra[first + 1u], spectra[first + 2u], spectra[first + 3u]);
}

// `mark`: young epidermis, flakes.
vec4 seen_through(vec4 below, uint four, vec2 mark) {
    vec4 seen;
    for (int i = 0; i < 4; ++i) {
        float rho = scaled_rho(mark.x, params.veil_scatter[four][i]);
        seen[i] = scaly_ratio(below[i], params.bare[four][i], rho, mark.y, params.flake_rho);
    }
    return params.healing == 0u ? below : seen;
}

// One run of texels. Software Vulkan reads a buffer one invocation at a time, so that what all texels need alike is
// read once a run.
void main() {
    if (gl_GlobalInvocationID.x >= params.run_count) {
        return;
    }
    uint run = runs[gl_GlobalInvocationID.x];
    uint place = (run >> texels_per_run) * texels_per_run;
    uvec2 corner = uvec2(place % params.size, place / params.size);
    vec4 weight[layers][texels_per_run];
    vec2 mark[texels_per_run];
    [[unroll]] for (uint t = 0u; t < texels_per_run; ++t) {
        vec2 chart = (vec2(corner.x + t, corner.y) + 0.5f) / float(params.size);
        uint first = (place + t) * 2u;
        weight[0][t] = weights_of_word_pair(still[first], still[first + 1u]) + texture(wide, vec3(chart, 0.0f));
        weight[1][t] = weights_of_word_pair(ageing[first], ageing[first + 1u]) + texture(wide, vec3(chart, 1.0f));
        weight[2][t] = weights_of_word_pair(more[first], more[first + 1u]) + texture(wide, vec3(chart, 2.0f));
        vec4 marked = texture(marks, chart), flushed = texture(flush, chart);
        mark[t] = vec2(mark_of_many(marked.x, marked.y), mark_of_many(marked.x, marked.z));
        float blood = params.healing == 0u ? 0.0f : mark_of_many(flushed.x, flushed.y);
        imageStore(redness, ivec2(corner.x + t, corner.y), vec4(blood));
    }
    for (uint four = 0u; four < fours_of_bands; ++four) {
        mat4 share_of[layers];
        mat4 weighted_of[layers];
        [[unroll]] for (uint layer = 0u; layer < layers; ++layer) {
            share_of[layer] = four_spectra(layer, 0u, four);
            weighted_of[layer] = four_spectra(layer, 1u, four);
        }
        [[unroll]] for (uint t = 0u; t < texels_per_run; ++t) {
            vec4 share = weight[0][t] * share_of[0] + weight[1][t] * share_of[1] + weight[2][t] * share_of[2];
            vec4 weighted =
                weight[0][t] * weighted_of[0] + weight[1][t] * weighted_of[1] + weight[2][t] * weighted_of[2];
            // A few spectra tell those of single spots to some thousandths, to either side.
            share = max(share, 0.0f);
            weighted = clamp(weighted, vec4(0.0f), share);
            vec4 left;
            [[unroll]] for (int i = 0; i < 4; ++i) {
                left[i] = left_by_many(share[i], weighted[i]);
            }
            left = seen_through(left, four, mark[t]);
            bool scalp = (run >> t & 1u) != 0u;
            imageStore(ratio, ivec3(corner.x + t, corner.y, four), scalp ? left : vec4(1.0f));
        }
    }
}
