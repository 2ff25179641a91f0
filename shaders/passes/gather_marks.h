// Sums what healing leaves at the surface about the dots of the scalp chart (physics/marks.glsl).
#ifndef HEALED_GATHER_MARKS
#define HEALED_GATHER_MARKS
#include "declare_pass.h"
#include "passes/dark_spot.h"

PASS(GatherMarks, gather_marks, 8, 8, 1)
struct Params {
    uint size;    // texels on a side
    uint cells;   // of the grid of spots, on a side
};
BINDINGS
READS(0, DarkSpot, spots);            // sorted by cell
READS(1, uvec2, cell_spots);          // first and count, a cell
TEXTURE(2, sampler2D, surface);       // place on the head, mm, and whether there is scalp
IMAGE(3, rgba16f, image2D, marks);
PASS_END
#endif
