// Colour of each sample, XYZ: the skin's spectral reflectance times the light that spread within it in each band, and
// what its surface mirrors, times the share of the sample that it covers.
#include "passes/frame.h"

PASS(Shade, shade, 8, 8, 1)
struct Params {
    vec4 width_mm; // of a texel of each diffused image, per mm of depth: how far apart its samples may lie in depth
};
BINDINGS
UNIFORM(0, Frame, frame);
TEXTURE(1, sampler2D, normal_depth);
TEXTURE(2, sampler2D, place);
TEXTURE(3, sampler2D, access);
TEXTURE(4, sampler2D, lamps);
TEXTURE(5, sampler2D, through);
TEXTURE(6, sampler2D, diffused_0);
TEXTURE(7, sampler2D, diffused_1);
TEXTURE(8, sampler2D, diffused_2);
TEXTURE(9, sampler2D, diffused_3);
TEXTURE(10, sampler2DArray, ratio);
TEXTURE(11, sampler2D, redness);
IMAGE(12, rgba16f, image2D, colour);
READS(13, uvec2, tiles);
PASS_END
