// Sums the darkening of single absorbers over the scalp chart where dots are not resolved. Distances are measured on the
// head, so that what spreads a millimetre spreads a millimetre however the chart is stretched there. Run twice: the widest
// Gaussian of each absorber's spread on a coarse grid, the rest on the fine one.
#ifndef HEALED_GATHER_DARKENING
#define HEALED_GATHER_DARKENING
#include "declare_pass.h"
#include "passes/bands.h"

SHARED
// What an absorber takes in each band: dark area in mm², the most that many like it could take, and the shares of its
// spread in Gaussians of 0.10, 0.35 and 1.0 mm.
struct DarkSpot {
    vec3 position_mm;
    vec4 area_mm2[fours_of_bands];
    vec4 most[fours_of_bands];
    vec4 spread[3 * fours_of_bands];   // Gaussian by Gaussian
    vec3 marks;      // logarithm of blood over the skin's own, reflectance of the young epidermis, share under flakes
    float weight;    // of the marks: 1 for a dot, 0 for what stands in the same place or heals nothing
};
SHARED_END

PASS(GatherDarkening, gather_darkening, 8, 8, 1)
struct Params {
    uint size;            // texels on a side
    uint cells;           // of the grid of spots, on a side
    uint first_gaussian;
    uint last_gaussian;
    uint healing;         // 0: no dot has marks
};
BINDINGS
READS(0, DarkSpot, spots);              // sorted by cell
READS(1, uvec2, cell_spots);            // first and count, a cell
TEXTURE(2, sampler2D, surface);         // place on the head, mm, and whether there is scalp
IMAGE(3, rgba16f, image2DArray, dark);  // dark shares of all bands, the same times the most, the surface's marks in the last layer
PASS_END
#endif
