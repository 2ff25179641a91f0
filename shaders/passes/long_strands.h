// Draws all hair as the pass strands does, where some of it is long: each piece is seen through what strand_slabs found
// before it, and lit through the hair about it.
#include "passes/drawn_strands.h"
#include "passes/fibre.h"
#include "passes/frame.h"
#include "passes/hair_voxel.h"
#include "passes/head_vertex.h"
#include "passes/strand.h"
#include "passes/stubble.h"

PASS(LongStrands, long_strands, 64, 1, 1)
struct Params {
    DrawnStrands drawn;
    HairGrid grid;
};
BINDINGS
READS(0, Frame, frame);
READS(1, StrandPiece, pieces);
READS(2, uint, clusters);
READS(3, HeadVertex, vertices);
READS(4, LampsSeen, lamps_seen);
TEXTURE(5, sampler2D, normal_depth);
READS(6, FibreRow, fibre);
READS(7, HairVoxel, voxels);
IMAGE(8, r32ui, uimage2DArray, slabs);
IMAGE(9, r32ui, uimage2DArray, sums); // as of the pass strands
READS(10, Stubble, stubble);
PASS_END
