#include "passes/long_strands.h"

const bool among_hair = true;

#include "physics/optics.glsl"
#include "physics/hair_fibre.glsl"
#include "shading/camera.glsl"
#include "shading/fresnel.glsl"
#include "shading/rectangle_lamp.glsl"
#include "shading/sky.glsl"
#include "shading/hair.glsl"
#include "shading/hair_slabs.glsl"
#include "shading/hair_volume.glsl"
#include "shading/ribbon.glsl"
#include "shading/strand_raster.glsl"
#include "shading/strand_light.glsl"

/// Share of hair at a depth that is seen through the hair before it, that beside it in its slab counted half.
float seen_through(ivec2 texel, float depth_mm) {
    int slab = slab_of(depth_mm - front_of(imageLoad(slabs, ivec3(texel, front_layer)).r));
    float before = 0.0, here = 0.0;
    for (int i = 0; i < slab_count; i += 2) {
        uint both = imageLoad(slabs, ivec3(texel, int(first_slab_layer) + i / 2)).r;
        vec2 depths = vec2(both & 0xffffu, both >> 16u) / slab_fixed_point;
        before += (i < slab ? depths.x : 0.0) + (i + 1 < slab ? depths.y : 0.0);
        here += (i == slab ? depths.x : 0.0) + (i + 1 == slab ? depths.y : 0.0);
    }
    return exp(-before) * (here > 1e-3 ? (1.0 - exp(-here)) / here : 1.0);
}

void cover(ivec2 texel, float covered, float depth_mm, float across, float half_width) {
    add(texel, optical_depth(covered) * sum_fixed_point * seen_through(texel, depth_mm), across, half_width);
}

void main() {
    SeenPiece seen = seen_piece();
    if (!seen.seen)
        return;
    LitHair hair = lit_hair(seen);
    // A voxel tells what reaches its middle; hair is lit from its outer side.
    HairAbout about = hair_about(params.grid, seen.middle + 0.6 * params.grid.side * hair.skin_normal);
    float over_skin = max(dot(seen.middle - vertices[seen.piece.vertex].position, hair.skin_normal), 0.0);
    hair.free *= about.sky;
    hair.skin_seen = exp(-about.depth_per_mm * over_skin);
    if (seen.piece.share > 0u)
        hair.through_hair = about.lamps;
    light = hair_light(hair);
    draw(ribbon_of(seen));
}
