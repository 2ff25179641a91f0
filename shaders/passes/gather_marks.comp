#include "passes/gather_marks.h"
#include "passes/chart_metric.glsl"
#include "physics.glsl"

// Cells that are looked through to each side, however much the chart is stretched.
const int most_cells = 8;

void main() {
    uvec2 texel = gl_GlobalInvocationID.xy;
    if (texel.x >= params.size || texel.y >= params.size) {
        return;
    }
    vec2 chart = (vec2(texel) + 0.5f) / float(params.size);
    vec4 here = texture(surface, chart);
    vec3 marked = vec3(0.0f);
    float near = 0.0f;
    if (here.w > 0.0f) {
        float reach_mm = marks_reach * marks_sigma_mm;
        ivec2 cell = ivec2(chart * float(params.cells));
        int reach = min(int(ceil(reach_mm * float(params.cells) / side_mm(chart).x)), most_cells);
        ivec2 low = max(cell - reach, ivec2(0));
        ivec2 high = min(cell + reach, ivec2(int(params.cells) - 1));
        for (int y = low.y; y <= high.y; ++y) {
            for (int x = low.x; x <= high.x; ++x) {
                uvec2 list = cell_spots[uint(y) * params.cells + uint(x)];
                for (uint i = list.x; i < list.x + list.y; ++i) {
                    vec3 away = spots[i].position_mm - here.xyz;
                    float distance_squared = dot(away, away);
                    if (distance_squared <= reach_mm * reach_mm && spots[i].weight > 0.0f) {
                        float nearness = mark_nearness(distance_squared);
                        marked += nearness * spots[i].marks;
                        near += nearness;
                    }
                }
            }
        }
    }
    vec4 seen = vec4(0.0f);
    for (int mark = 0; mark < 3; ++mark) {
        seen[mark] = mark_of_many(near, marked[mark]);
    }
    imageStore(marks, ivec2(texel), seen);
}
