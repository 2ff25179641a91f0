// Finds the depth at which long hair begins in each sample.
#include "passes/drawn_strands.h"
#include "passes/frame.h"
#include "passes/strand.h"

PASS(StrandFront, strand_front, 64, 1, 1)
struct Params {
    DrawnStrands drawn;
};
BINDINGS
READS(0, Frame, frame);
READS(1, StrandPiece, pieces);
READS(2, uint, clusters);
TEXTURE(3, sampler2D, normal_depth);
IMAGE(4, r32ui, uimage2DArray, slabs);
PASS_END
