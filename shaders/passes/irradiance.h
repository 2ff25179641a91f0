// Light that enters the skin at each sample, over that of an even sky of luminance 1: lamps by their form and shadow, the
// dome by what the head leaves free of it.
#include "passes/frame.h"

PASS(Irradiance, irradiance, 8, 8, 1)
struct Params {
    uint unused;
};
BINDINGS
UNIFORM(0, Frame, frame);
TEXTURE(1, sampler2D, normal_depth);
TEXTURE(2, sampler2D, access);
TEXTURE(3, sampler2D, lamps);
IMAGE(4, rg32f, image2D, light_depth);
READS(5, uvec2, tiles);
PASS_END
