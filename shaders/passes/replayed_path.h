// What path replay keeps of light that came back, and of the ink that it may have met.
#ifndef HEALED_REPLAYED_PATH
#define HEALED_REPLAYED_PATH
#include "declare_pass.h"
#ifdef __cplusplus
#include "physics.h"
namespace healed::passes {
using physics::AbsorberShape, physics::PathPiece;
}
#else
#include "physics.glsl"
#endif

SHARED
// A path's pieces that may meet ink, and for each of four wavelengths what comes back of a photon of weight 1 and the share
// of it that sheets take.
struct ReplayedPath {
    uint first;
    uint count;
    vec4 weights;
    vec4 taken_by_sheets;
};

// An absorber, or its copy in another period: `strength` times the absorption of `absorber`, nothing outside of the box.
struct InkImage {
    AbsorberShape shape;
    float strength;
    float low_x;
    float high_x;
    float low_y;
    float high_y;
    float low_z;
    float high_z;
    uint absorber;
};
SHARED_END
#endif
