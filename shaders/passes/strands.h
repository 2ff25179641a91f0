// Draws hairs by the area that each covers of each sample, however thin. What overlaps at random multiplies: the sums
// hold -ln(1 - coverage), in fixed point, so their order does not matter. A group draws one cluster of pieces that lie
// near to each other; those that the picture cannot see are left out of `clusters`.
#include "passes/frame.h"
#include "passes/head_vertex.h"
#include "passes/strand.h"

PASS(Strands, strands, 64, 1, 1)
struct Params {
    uint piece_count;
    uint parts; // of a piece, a row of groups each
};
BINDINGS
READS(0, Frame, frame);
READS(1, StrandPiece, pieces);
READS(2, HeadVertex, vertices);
READS(3, LampsSeen, lamps_seen);
TEXTURE(4, sampler2D, normal_depth);
IMAGE(5, r32ui, uimage2DArray, cover); // opacity; X, Y, Z weighted with it
READS(6, uint, clusters);
PASS_END
