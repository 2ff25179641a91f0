// How a hair, seen too small to tell its sides apart, spreads light about itself: physics/hair_fibre.glsl summed over its
// width, for a row of inclinations and turns.
#ifndef HEALED_FIBRE
#define HEALED_FIBRE

#include "declare_pass.h"

SHARED
const uint fibre_rows = 8u;   // even steps of the sine of the outgoing inclination, from 0 to greatest_fibre_sine
const uint fibre_turns = 24u; // even steps of the turn, from 0 to pi
const float greatest_fibre_sine = 0.98f;

// Of light that leaves at one inclination and turn.
struct FibreTurn {
    vec3 share; // mirrored, through, mirrored once inside; 1/rad of turn, without absorption
};

struct FibreRow {
    FibreTurn turns[fibre_turns];
    vec4 albedo; // of the three ways and of what remains, summed over all turns
    vec3 way;    // mean way of the last three, in radii
};
SHARED_END

#endif
