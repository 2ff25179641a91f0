#include "passes/splat_darkening.h"
#include "passes/chart_metric.glsl"
#include "passes/dark_sum.glsl"

const float gaussian_sigma_mm[3] = float[3](0.10f, 0.35f, 1.0f);
// A Gaussian sampled at texels keeps its sum when it is at least half a texel wide.
const float least_texels = 0.5f;
// Beyond this many standard deviations of the widest Gaussian there is nothing worth adding.
const float reach_sigmas = 3.0f;
// Texels that are looked at to each side, however much the chart is stretched.
const int most_texels = 40;

float effective_sigma(uint k, float texel_mm) {
    return sqrt(gaussian_sigma_mm[k] * gaussian_sigma_mm[k] + least_texels * least_texels * texel_mm * texel_mm);
}

vec4 spread_about(float distance_squared, vec4 amount, float sigma) {
    return amount * exp(-0.5f * distance_squared / (sigma * sigma)) / (6.28318530717958648f * sigma * sigma);
}

void add(ivec2 texel, vec4 share, vec4 weighted) {
    uint first = (uint(texel.y) * params.size + uint(texel.x)) * 4u;
    atomicAdd(dark[first], packed_dark(share.x, weighted.x));
    atomicAdd(dark[first + 1u], packed_dark(share.y, weighted.y));
    atomicAdd(dark[first + 2u], packed_dark(share.z, weighted.z));
    atomicAdd(dark[first + 3u], packed_dark(share.w, weighted.w));
}

void main() {
    uint index = gl_GlobalInvocationID.x;
    if (index >= params.spot_count) {
        return;
    }
    vec3 position = spots[index].position_mm;
    vec2 chart = spots[index].chart;
    vec4 area = spots[index].area_mm2[params.four];
    vec4 most = spots[index].most[params.four];
    vec4 narrow_amount = area * spots[index].spread[fours_of_bands * params.first_gaussian + params.four];
    vec4 wide_amount = area * spots[index].spread[fours_of_bands * params.last_gaussian + params.four];
    bool two = params.last_gaussian > params.first_gaussian;
    vec2 side = side_mm(chart);
    float size = float(params.size);
    float narrow_sigma = effective_sigma(params.first_gaussian, side.y / size);
    float wide_sigma = effective_sigma(params.last_gaussian, side.y / size);
    float reach_mm = reach_sigmas * wide_sigma;
    int reach = min(int(ceil(reach_mm * size / side.x)), most_texels);
    ivec2 centre = ivec2(chart * size);
    ivec2 low = max(centre - reach, ivec2(0));
    ivec2 high = min(centre + reach, ivec2(int(params.size) - 1));
    int across = high.x - low.x + 1;
    int count = across * max(high.y - low.y + 1, 0);
    ivec2 texel = low;
    for (int i = 0; i < count; ++i) {
        vec4 here = texture(surface, (vec2(texel) + 0.5f) / size);
        vec3 away = position - here.xyz;
        float distance_squared = dot(away, away);
        if (here.w > 0.0f && distance_squared <= reach_mm * reach_mm) {
            vec4 share = spread_about(distance_squared, wide_amount, wide_sigma);
            if (two) {
                share += spread_about(distance_squared, narrow_amount, narrow_sigma);
            }
            add(texel, share, share * most);
        }
        ++texel.x;
        if (texel.x > high.x) {
            texel.x = low.x;
            ++texel.y;
        }
    }
}
