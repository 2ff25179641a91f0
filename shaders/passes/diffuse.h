// One direction of a Gaussian blur of light within the skin. The Gaussian is one of the distance in space, so it is
// foreshortened as the surface is and does not reach over silhouettes.
#include "declare_pass.h"

PASS(Diffuse, diffuse, 8, 8, 1)
struct Params {
    uvec2 size;
    ivec2 step;
    float sigma_mm;
    float texel_per_depth; // width of a texel, mm, per mm of depth
    float blurred;         // variance that the image has and its sampling will add, in squares of a texel
};
BINDINGS
TEXTURE(0, sampler2D, from);
IMAGE(1, rg32f, image2D, to);
PASS_END
