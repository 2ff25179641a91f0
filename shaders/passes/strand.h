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
    uint vertex; // of the head, nearest to its root: what light reaches it
};
SHARED_END

#endif
