// Walks photons through one stack and remembers the paths that come back up. Run twice over the same photons: first to
// count each path's vertices (`write` 0), then, with room made for them, to write the vertices down (`write` 1). The second
// walk repeats the first to the bit because its random numbers belong to the photon. A lane that has finished a photon
// takes the next that nobody has begun.
#ifndef HEALED_WALK_PATHS
#define HEALED_WALK_PATHS
#include "declare_pass.h"
#include "passes/walk_lane.h"

PASS(WalkPaths, walk_paths, 64, 1, 1)
struct Params {
    uint lanes;
    uint layer_count;
    uint photons;
    uint events_per_dispatch;
    uint events_per_photon;
    uint diffuse;
    uint seed;
    uint write;
};
BINDINGS
READS(0, Layer, layers);
WRITES(1, PathLane, lanes);
WRITES(2, uint, vertex_counts);   // a photon; 0 for a path that did not return
WRITES(3, float, weights);        // a photon
READS(4, uint, first_vertices);   // a photon, for the second run
WRITES(5, vec3, vertices);        // mm, from where the path leaves the skin (the origin) to where it came in
WRITES(6, uint, counts);          // photons begun so far, and lanes that have not finished
PASS_END
#endif
