#include "passes/splat_spots.h"
#include "passes/spot_sum.glsl"

// Beyond this many standard deviations of the wider Gaussian there is nothing worth adding.
const float reach_sigmas = 3.0f;
// Texels that are looked at to each side, however much the chart is stretched.
const float most_texels = 40.0f;

struct Gaussian {
    vec4 peak;
    float fall;   // per mm² of squared distance
};

Gaussian gaussian(vec4 amount, float sigma_squared) {
    Gaussian g;
    g.peak = amount / (6.28318530717958648f * sigma_squared);
    g.fall = 0.5f / sigma_squared;
    return g;
}

void main() {
    uint index = gl_GlobalInvocationID.x;
    if (index >= params.count) {
        return;
    }
    float size = float(params.size);
    vec2 centre = places[index].chart * size;
    vec3 metric = places[index].metric / (size * size);
    float mean = 0.5f * (metric.x + metric.z);
    float longest = mean + length(vec2(0.5f * (metric.x - metric.z), metric.y));
    float more = params.texel_variance * longest;
    float wide_squared = params.wide_sigma_mm * params.wide_sigma_mm + more;
    bool two = params.wide != params.narrow;
    Gaussian narrow = gaussian(two ? amounts[params.narrow + index] : vec4(0.0f),
                               params.narrow_sigma_mm * params.narrow_sigma_mm + more);
    Gaussian wide = gaussian(amounts[params.wide + index], wide_squared);

    // The box about the ellipse of all places within reach.
    float reach_squared = reach_sigmas * reach_sigmas * wide_squared;
    float area = max(metric.x * metric.z - metric.y * metric.y, 1e-12f);
    vec2 reach = min(sqrt(reach_squared * metric.zx / area), vec2(most_texels));
    ivec2 low = max(ivec2(ceil(centre - reach - 0.5f)), ivec2(0));
    ivec2 high = min(ivec2(floor(centre + reach - 0.5f)), ivec2(int(params.size) - 1));
    int across = high.x - low.x + 1;
    int count = max(across, 0) * max(high.y - low.y + 1, 0);
    ivec2 texel = low;
    for (int i = 0; i < count; ++i) {
        vec2 away = vec2(texel) + 0.5f - centre;
        float squared = metric.x * away.x * away.x + 2.0f * metric.y * away.x * away.y + metric.z * away.y * away.y;
        if (squared <= reach_squared) {
            vec4 here = wide.peak * exp(-squared * wide.fall);
            if (two) {
                here += narrow.peak * exp(-squared * narrow.fall);
            }
            uint first = (uint(texel.y) * params.size + uint(texel.x)) * 2u;
            atomicAdd(sums[first], packed_pair(here.xy, params.steps));
            atomicAdd(sums[first + 1u], packed_pair(here.zw, params.steps));
        }
        ++texel.x;
        if (texel.x > high.x) {
            texel.x = low.x;
            ++texel.y;
        }
    }
}
