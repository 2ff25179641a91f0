// A short straight piece of hair above the skin.
#ifndef HEALED_STRAND
#define HEALED_STRAND

#include "declare_pass.h"

SHARED
struct StrandPiece {
    vec3 from;
    float from_radius;
    vec3 to;
    float to_radius;
    uint vertex; // of the head, nearest to it: what light reaches it
    float gone_years; // on the plan's clock: when the hair falls out; infinity for never
    float grey_years; // when it has lost its melanin
    float melanin;    // over the person's own
    uint share; // 0: always drawn; of long hair, 1 from far, 2 from nearer too, 3 only from near
};
SHARED_END

#endif
