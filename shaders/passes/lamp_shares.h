// What surfaces read of the lamps, as images with a texel a vertex: the share of each lamp in view, and the light that
// comes through the head.
#include "passes/head_vertex.h"

PASS(LampShares, lamp_shares, 64, 1, 1)
struct Params {
    uint vertex_count;
};
BINDINGS
READS(0, LampsSeen, lamps_seen);
IMAGE(1, rgba16f, image2D, shares);
IMAGE(2, rg16f, image2D, through); // red light from behind; the same times its way, mm
PASS_END
