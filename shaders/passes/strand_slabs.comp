#include "passes/strand_slabs.h"

const bool among_hair = true;

#include "shading/camera.glsl"
#include "shading/hair_slabs.glsl"
#include "shading/ribbon.glsl"
#include "shading/strand_raster.glsl"

void cover(ivec2 texel, float covered, float depth_mm, float across, float half_width) {
    float weight = optical_depth(covered);
    int slab = slab_of(depth_mm - front_of(imageLoad(slabs, ivec3(texel, front_layer)).r));
    uint amount = uint(weight * slab_fixed_point + 0.5);
    imageAtomicAdd(slabs, ivec3(texel, first_slab_layer + uint(slab) / 2u), amount << (16 * (slab & 1)));
    imageAtomicAdd(slabs, ivec3(texel, sum_layer), uint(weight * sum_fixed_point));
}

void main() {
    SeenPiece seen = seen_piece();
    if (seen.seen)
        draw(ribbon_of(seen));
}
