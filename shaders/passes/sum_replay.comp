#include "passes/sum_replay.h"

void main() {
    uint index = gl_GlobalInvocationID.x;
    if (index >= params.points * params.groups) {
        return;
    }
    uint point = index % params.points;
    uint per_group = (params.path_count + params.groups - 1u) / params.groups;
    uint begin = (index / params.points) * per_group;
    uint end = min(begin + per_group, params.path_count);
    ReplaySum sum = sums[index];
    for (uint path = begin; path < end; ++path) {
        vec4 depth = depths[path * params.points + point];
        vec4 by_sheets = paths[params.first_path + path].taken_by_sheets;
        vec4 weight = paths[params.first_path + path].weights;
        vec4 by_dots = vec4(absorptance(depth.x), absorptance(depth.y), absorptance(depth.z), absorptance(depth.w));
        vec4 taken = weight * (by_sheets + (1.0f - by_sheets) * by_dots);
        sum.taken += taken;
        sum.squared += taken * taken;
        sum.cross += weight * taken;
    }
    sums[index] = sum;
}
