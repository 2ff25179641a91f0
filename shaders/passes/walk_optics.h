// Walks photons through plane stacks, one stack a row of the dispatch (a wavelength), and sums up where their weight goes.
// A dispatch does at most about `events_per_dispatch` events a lane, because software Vulkan silently stops loops after
// 65,535 iterations; run it again until every lane has finished.
#include "declare_pass.h"
#include "passes/walk_lane.h"

PASS(WalkOptics, walk_optics, 64, 1, 1)
struct Params {
    WalkOrder order;
};
BINDINGS
READS(0, Layer, layers);
WRITES(1, WalkLane, lanes);
WRITES(2, uint, counts);       // over all lanes: those that are not done, and photons begun in this dispatch
PASS_END
