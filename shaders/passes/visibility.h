// Which triangle each sample of the picture sees: its number plus 1, 0 for none.
#include "passes/frame.h"
#include "passes/head_vertex.h"

GRAPHICS_PASS(Visibility, visibility)
struct Params {
    ViewCamera camera;
};
BINDINGS
READS(0, HeadVertex, vertices);
PASS_END
