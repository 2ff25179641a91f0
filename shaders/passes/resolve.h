// Filters the samples of each pixel over a seamless ground, lays hairs over them and develops the picture. `linear` holds the light in linear
// sRGB after exposure; `picture` what a display is sent.
#include "passes/frame.h"

PASS(Resolve, resolve, 8, 8, 1)
struct Params {
    vec3 red;   // rows of the matrix from XYZ under the light to linear sRGB, exposure included
    vec3 green;
    vec3 blue;
    uvec2 size; // pixels
    uint supersamples; // on a side of a pixel
    uint plain; // 1: colorimetric, no film curve
    uint has_slabs; // 1: there is long hair
    uint taken_before; // pictures whose mean `linear` holds; this one joins it
};
BINDINGS
TEXTURE(0, sampler2D, colour);
IMAGE(1, r32ui, uimage2DArray, cover);
IMAGE(2, rgba32f, image2D, linear);
IMAGE(3, rgba8, image2D, picture);
IMAGE(4, r32ui, uimage2DArray, slabs);
UNIFORM(5, Frame, frame);
PASS_END
