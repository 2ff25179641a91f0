// The walk of walk_optics through stacks of at most four layers, a quarter faster.
#include "declare_pass.h"
#include "passes/walk_lane.h"

PASS(WalkFewLayers, walk_few_layers, 64, 1, 1)
struct Params {
    WalkOrder order;
};
BINDINGS
READS(0, Layer, layers);
WRITES(1, WalkLane, lanes);
WRITES(2, uint, counts);
PASS_END
