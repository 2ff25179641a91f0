// The constants of one depth slice in four bands at once.
#ifndef HEALED_SLICE_LAW
#define HEALED_SLICE_LAW
#include "declare_pass.h"

SHARED
// Path length in a slice: without an excursion a gamma law, with excursions another and a geometric number of them.
struct LengthLaw4 {
    vec4 share_without;
    vec4 mean_excursions;
    vec4 mean_without;
    vec4 variance_without;
    vec4 mean_with;
    vec4 variance_with;
};
struct Kernel4 {
    vec4 share[8];   // of the pyramid's levels
};
struct SliceLaw4 {
    vec4 turning_share;
    LengthLaw4 step;
    LengthLaw4 turn;
    LengthLaw4 excursion;   // of the slice's upper edge
    Kernel4 step_kernel;
    Kernel4 turn_kernel;
    Kernel4 excursion_kernel;
    Kernel4 column_kernel;
};
SHARED_END
#endif
