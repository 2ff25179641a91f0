#include "passes/gather_columns.h"

const uint tile_side = 16u;

// Share of a texel within a disc, its edge spread over one texel.
float disc_coverage(float distance, float radius, float texel) {
    return clamp(0.5f + (radius - distance) / texel, 0.0f, 1.0f);
}

void main() {
    uvec2 texel = gl_GlobalInvocationID.xy;
    uint slice = gl_GlobalInvocationID.z;
    if (texel.x >= params.size.x || texel.y >= params.size.y) {
        return;
    }
    uvec2 tile = tiles[(texel.y / tile_side) * params.tiles_across + texel.x / tile_side];
    vec2 here = (vec2(texel) + 0.5f) * params.texel_mm;
    vec4 column = sheets[slice];
    for (uint i = 0u; i < tile.y; ++i) {
        ColumnAbsorber absorber = absorbers[tile_absorbers[tile.x + i]];
        float share = slice_shares[absorber.shares * params.slice_count + slice];
        if (share > 0.0f) {
            vec2 away = here - absorber.place_mm - absorber.slant * (slice_middles[slice] - absorber.depth_mm);
            float lateral = absorber.is_shaft == 1u
                                ? disc_coverage(length(away), absorber.width_mm, params.texel_mm)
                                : exp(-0.5f * dot(away, away) / (absorber.width_mm * absorber.width_mm));
            column += absorber.strength * (share * lateral);
        }
    }
    imageStore(columns, ivec3(texel, slice), column);
}
