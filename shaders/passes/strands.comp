#include "passes/strands.h"

const bool among_hair = false;

#include "physics/optics.glsl"
#include "physics/hair_fibre.glsl"
#include "shading/camera.glsl"
#include "shading/fresnel.glsl"
#include "shading/rectangle_lamp.glsl"
#include "shading/sky.glsl"
#include "shading/hair.glsl"
#include "shading/hair_slabs.glsl"
#include "shading/ribbon.glsl"
#include "shading/strand_raster.glsl"
#include "shading/strand_light.glsl"

void cover(ivec2 texel, float covered, float depth_mm, float across, float half_width) {
    add(texel, optical_depth(covered) * sum_fixed_point, across, half_width);
}

void main() {
    SeenPiece seen = seen_piece();
    if (!seen.seen)
        return;
    Ribbon ribbon = ribbon_of(seen);
    if (!middle_before_head(ribbon))
        return;
    light = hair_light(lit_hair(seen));
    draw(ribbon);
}
