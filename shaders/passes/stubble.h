// Hair of the head as its skin's shade.
#ifndef HEALED_STUBBLE
#define HEALED_STUBBLE

#include "declare_pass.h"

SHARED
// Hairs too short to stand off the skin that they shade.
struct Stubble {
    vec3 direction; // mean, unit where there is any
    float side_area; // mm² of the hairs' sides a mm² of skin: length times width
};
SHARED_END

#endif
