// Lists the squares of 8 × 8 samples that see the head, so that what is shaded costs what is seen.
#include "declare_pass.h"

PASS(FindTiles, find_tiles, 8, 8, 1)
struct Params {
    uvec2 size; // samples
};
BINDINGS
IMAGE(0, r32ui, uimage2D, triangle_seen);
WRITES(1, uvec3, groups); // one, 0 before: x counts the tiles, y and z become 1
WRITES(2, uvec2, tiles);  // in no order
PASS_END
