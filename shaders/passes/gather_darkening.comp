#include "passes/gather_darkening.h"
#include "physics.glsl"

const float gaussian_sigma_mm[3] = float[3](0.10f, 0.35f, 1.0f);
// A Gaussian sampled at texels keeps its sum when it is at least half a texel wide.
const float least_texels = 0.5f;
// Cells that are looked through to each side, however much the chart is stretched.
const int most_cells = 8;

float gaussian(float distance_squared, float sigma) {
    return exp(-0.5f * distance_squared / (sigma * sigma)) / (6.28318530717958648f * sigma * sigma);
}

float effective_sigma(uint k, float texel_mm) {
    return sqrt(gaussian_sigma_mm[k] * gaussian_sigma_mm[k] + least_texels * least_texels * texel_mm * texel_mm);
}

// The chart's metric: how many mm a whole side of the chart stands for, in the direction where it is fewest and in that
// where it is most.
vec2 side_mm(vec2 chart) {
    vec2 step = 1.0f / vec2(textureSize(surface, 0));
    vec3 along_u = (texture(surface, chart + vec2(step.x, 0.0f)) - texture(surface, chart - vec2(step.x, 0.0f))).xyz;
    vec3 along_v = (texture(surface, chart + vec2(0.0f, step.y)) - texture(surface, chart - vec2(0.0f, step.y))).xyz;
    along_u *= 0.5f / step.x;
    along_v *= 0.5f / step.y;
    float mean = 0.5f * (dot(along_u, along_u) + dot(along_v, along_v));
    float apart = length(vec2(mean - dot(along_v, along_v), dot(along_u, along_v)));
    return sqrt(vec2(max(mean - apart, 1.0f), mean + apart));
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
    vec2 side = side_mm(chart);
    float texel_mm = side.y / float(params.size);
    float reach_mm = 3.0f * effective_sigma(params.last_gaussian, texel_mm);
    if (params.healing != 0u) {
        reach_mm = max(reach_mm, marks_reach * marks_sigma_mm);
    }
    if (here.w > 0.0f) {
        ivec2 cell = ivec2(chart * float(params.cells));
        int reach = min(int(ceil(reach_mm * float(params.cells) / side.x)), most_cells);
        ivec2 low = max(cell - reach, ivec2(0));
        ivec2 high = min(cell + reach, ivec2(int(params.cells) - 1));
        for (int y = low.y; y <= high.y; ++y) {
            for (int x = low.x; x <= high.x; ++x) {
                uvec2 list = cell_spots[uint(y) * params.cells + uint(x)];
                for (uint i = list.x; i < list.x + list.y; ++i) {
                    vec3 away = spots[i].position_mm - here.xyz;
                    float distance_squared = dot(away, away);
                    if (distance_squared > reach_mm * reach_mm) {
                        continue;
                    }
                    for (uint k = params.first_gaussian; k <= params.last_gaussian; ++k) {
                        float g = gaussian(distance_squared, effective_sigma(k, texel_mm));
                        for (uint four = 0u; four < fours_of_bands; ++four) {
                            vec4 dark_share =
                                g * spots[i].area_mm2[four] * spots[i].spread[fours_of_bands * k + four];
                            share[four] += dark_share;
                            weighted[four] += dark_share * spots[i].most[four];
                        }
                    }
                    if (params.healing != 0u && spots[i].weight > 0.0f) {
                        float near = mark_nearness(distance_squared);
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
    vec4 seen = vec4(0.0f);
    for (int mark = 0; mark < 3; ++mark) {
        seen[mark] = mark_of_many(marks_weight, marks[mark]);
    }
    imageStore(dark, ivec3(texel, 2u * fours_of_bands), seen);
}
