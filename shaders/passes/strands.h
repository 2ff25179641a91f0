// Draws hairs by the area that each covers of each sample, however thin, and the light that they send to the camera. What
// overlaps at random multiplies: the sums hold -ln(1 - coverage), in fixed point, so their order does not matter. A group
// draws one cluster of pieces that lie near to each other.
#include "passes/drawn_strands.h"
#include "passes/fibre.h"
#include "passes/frame.h"
#include "passes/head_vertex.h"
#include "passes/strand.h"
#include "passes/stubble.h"

PASS(Strands, strands, 64, 1, 1)
struct Params {
    DrawnStrands drawn;
};
BINDINGS
READS(0, Frame, frame);
READS(1, StrandPiece, pieces);
READS(2, uint, clusters);
READS(3, HeadVertex, vertices);
READS(4, LampsSeen, lamps_seen);
TEXTURE(5, sampler2D, normal_depth);
READS(6, FibreRow, fibre);
IMAGE(7, r32ui, uimage2DArray, sums); // opacity; X, Y, Z weighted with it
READS(8, Stubble, stubble);
PASS_END
