// One returning path of light in a pool of vertices.
#ifndef HEALED_PATH_SPAN
#define HEALED_PATH_SPAN
#include "declare_pass.h"

SHARED
struct PathSpan {
    uint first;    // vertex
    uint count;    // of vertices
    float weight;  // what comes back of a photon of weight 1
};
SHARED_END
#endif
