#include "passes/strand_front.h"

const bool among_hair = true;

#include "shading/camera.glsl"
#include "shading/hair_slabs.glsl"
#include "shading/ribbon.glsl"
#include "shading/strand_raster.glsl"

void cover(ivec2 texel, float covered, float depth_mm, float across, float half_width) {
    if (covered > least_front)
        imageAtomicMax(slabs, ivec3(texel, front_layer), packed_front(depth_mm));
}

void main() {
    SeenPiece seen = seen_piece();
    if (seen.seen)
        draw(ribbon_of(seen));
}
