#include "passes/lamp_shares.h"

void main() {
    uint i = gl_GlobalInvocationID.x;
    if (i >= params.vertex_count)
        return;
    LampsSeen lamps = lamps_seen[i];
    ivec2 texel = ivec2(i % vertices_a_row, i / vertices_a_row);
    imageStore(shares, texel, lamps.past_hair * lamps.seen / max(lamps.all, vec4(1e-4)));
    imageStore(through, texel, vec4(lamps.through, lamps.depth, 0.0, 0.0));
}
