// Asks each path of a pool about absorbers that stand alone: how much of an absorber it crosses when the absorber lies at a
// place drawn near the path, and how likely that place was. With L the crossing and p the density of places,
// (1 − exp(−µL))/p averages over paths to the absorber's dark area ∫(1 − R/R0) dA, for any µ at once.
#ifndef HEALED_SENSE_ABSORBERS
#define HEALED_SENSE_ABSORBERS
#include "declare_pass.h"
#include "passes/path_span.h"
#ifndef __cplusplus
#include "physics.glsl"
#endif

SHARED
// Absorbers that differ only in width: Gaussian dots, or with sigma_z 0 shafts from the surface down to `depth`.
struct LoneAbsorbers {
    float depth;
    float sigma_z;
    float slant_x;
    float sigma[6];  // or the shafts' radii
};
struct Sensing {
    float crossed;         // mm at peak absorption, absorber at the drawn place
    float area_per_sample; // 1/p, mm²
    float distance;        // of the place from where the path leaves the skin, mm
    float sheet_crossed;   // mm, were the absorber a sheet of the same profile in depth
};
SHARED_END

PASS(SenseAbsorbers, sense_absorbers, 64, 1, 1)
struct Params {
    uint path_count;
    uint seed;
};
BINDINGS
READS(0, PathSpan, paths);
READS(1, vec3, vertices);
READS(2, LoneAbsorbers, groups);
WRITES(3, Sensing, sensings);   // group by group, width by width, path by path
PASS_END
#endif
