#include "passes/find_tiles.h"

void main() {
    uvec2 tile = gl_GlobalInvocationID.xy;
    if (any(greaterThanEqual(8u * tile, params.size)))
        return;
    if (tile == uvec2(0u))
        groups[0].yz = uvec2(1u);
    uint seen = 0u;
    for (uint i = 0u; i < 64u; ++i) {
        uvec2 texel = min(8u * tile + uvec2(i % 8u, i / 8u), params.size - 1u);
        seen |= imageLoad(triangle_seen, ivec2(texel)).r;
    }
    if (seen != 0u)
        tiles[atomicAdd(groups[0].x, 1u)] = tile;
}
