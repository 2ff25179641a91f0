#include "passes/gather_darkening.h"

const float gaussian_sigma_mm[3] = float[3](0.10f, 0.35f, 1.0f);
// A Gaussian sampled at texels keeps its sum when it is at least half a texel wide.
const float least_texels = 0.5f;

float gaussian(float distance_squared, float sigma) {
    return exp(-0.5f * distance_squared / (sigma * sigma)) / (6.28318530717958648f * sigma * sigma);
}

float effective_sigma(uint k) {
    return sqrt(gaussian_sigma_mm[k] * gaussian_sigma_mm[k] +
                least_texels * least_texels * params.texel_mm * params.texel_mm);
}

void main() {
    uvec2 texel = gl_GlobalInvocationID.xy;
    if (texel.x >= params.size || texel.y >= params.size) {
        return;
    }
    vec2 chart = (vec2(texel) + 0.5f) / float(params.size);
    vec4 here = texture(surface, chart);
    vec4 share[fours_of_bands];
    vec4 weighted[fours_of_bands];
    for (uint four = 0u; four < fours_of_bands; ++four) {
        share[four] = vec4(0.0f);
        weighted[four] = vec4(0.0f);
    }
    vec3 marks = vec3(0.0f);
    float marks_weight = 0.0f;
    // Beyond three standard deviations of the widest Gaussian asked for there is nothing worth adding.
    float widest = max(effective_sigma(params.last_gaussian), params.marks_sigma_mm);
    float reach_squared = 9.0f * widest * widest;
    if (here.w > 0.0f) {
        ivec2 cell = ivec2(chart * float(params.cells));
        int reach = int(params.reach_cells);
        ivec2 low = max(cell - reach, ivec2(0));
        ivec2 high = min(cell + reach, ivec2(int(params.cells) - 1));
        for (int y = low.y; y <= high.y; ++y) {
            for (int x = low.x; x <= high.x; ++x) {
                uvec2 list = cell_spots[uint(y) * params.cells + uint(x)];
                for (uint i = list.x; i < list.x + list.y; ++i) {
                    vec3 away = spots[i].position_mm - here.xyz;
                    float distance_squared = dot(away, away);
                    if (distance_squared > reach_squared) {
                        continue;
                    }
                    for (uint k = params.first_gaussian; k <= params.last_gaussian; ++k) {
                        float g = gaussian(distance_squared, effective_sigma(k));
                        for (uint four = 0u; four < fours_of_bands; ++four) {
                            vec4 dark_share =
                                g * spots[i].area_mm2[four] * spots[i].spread[fours_of_bands * k + four];
                            share[four] += dark_share;
                            weighted[four] += dark_share * spots[i].most[four];
                        }
                    }
                    if (params.marks_sigma_mm > 0.0f && spots[i].weight > 0.0f) {
                        float near = exp(-0.5f * distance_squared / (params.marks_sigma_mm * params.marks_sigma_mm));
                        marks += near * spots[i].marks;
                        marks_weight += near;
                    }
                }
            }
        }
    }
    for (uint four = 0u; four < fours_of_bands; ++four) {
        imageStore(dark, ivec3(texel, four), share[four]);
        imageStore(dark, ivec3(texel, fours_of_bands + four), weighted[four]);
    }
    // Between dots the skin looks as about them; beyond the treated zone that fades.
    imageStore(dark, ivec3(texel, 2u * fours_of_bands), vec4(marks / (1.0f + marks_weight), 0.0f));
}
