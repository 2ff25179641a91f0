// Sums how much hair lies in each slab behind the front that strand_front found.
#include "passes/drawn_strands.h"
#include "passes/frame.h"
#include "passes/strand.h"

PASS(StrandSlabs, strand_slabs, 64, 1, 1)
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
