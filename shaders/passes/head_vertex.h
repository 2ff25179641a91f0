// The head as the device holds it, and how its vertices see the lamps.
#ifndef HEALED_HEAD_VERTEX
#define HEALED_HEAD_VERTEX

#include "declare_pass.h"

SHARED
struct HeadVertex {
    vec3 position;
    vec3 normal;
    vec2 chart;
    float access;    // share of the sky that the head leaves free
    float thickness; // mm, through which light from behind comes
    float blood;     // natural logarithm of blood over the skin's own
    float melanin;   // the same of melanin
    float gloss;     // oil over the skin's own
};

// Where images hold a vertex: rows of so many.
const uint vertices_a_row = 512u;

// Sums over points of the lamps, weighted by cosine.
struct LampsSeen {
    vec4 seen; // of points in view, a lamp each
    vec4 all;  // of all points
    vec4 past_hair; // share of each lamp that hair about the vertex leaves
    float through; // light from behind, as red fades on its way through the head
    float depth;   // the same times the way
};
SHARED_END

#endif
