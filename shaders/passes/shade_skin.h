// Finds what hair about a vertex of the head leaves of a lamp: stubble, as a lay of cylinders on its skin
// whose mean shadow is the same at every distance, and long hair as a cloud.
#include "passes/frame.h"
#include "passes/hair_voxel.h"
#include "passes/head_vertex.h"
#include "passes/stubble.h"

PASS(ShadeSkin, shade_skin, 64, 1, 1)
struct Params {
    vec3 lamp; // its centre, mm
    uint index;
    uint vertex_count;
    HairGrid grid;
};
BINDINGS
READS(0, HeadVertex, vertices);
READS(1, Stubble, stubble);
READS(2, HairVoxel, voxels);
WRITES(3, LampsSeen, lamps_seen);
PASS_END
