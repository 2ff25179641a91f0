// What an absorber does to skin seen from afar.
#ifndef HEALED_DARK_SPOT
#define HEALED_DARK_SPOT
#include "declare_pass.h"
#include "passes/bands.h"

SHARED
// What an absorber takes in each band: dark area in mm², the most that many like it could take, and the shares of its
// spread in Gaussians of 0.10, 0.35 and 1.0 mm.
struct DarkSpot {
    vec3 position_mm;
    vec2 chart;
    vec4 area_mm2[fours_of_bands];
    vec4 most[fours_of_bands];
    vec4 spread[3 * fours_of_bands];   // Gaussian by Gaussian
    vec3 marks;      // logarithm of blood over the skin's own, reflectance of the young epidermis, share under flakes
    float weight;    // of the marks: 1 for a dot, 0 for what stands in the same place or heals nothing
};
SHARED_END
#endif
