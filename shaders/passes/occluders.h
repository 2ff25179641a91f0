// How far the head is from a point of a lamp, along the axis of the lamp's camera, mm.
#include "passes/frame.h"
#include "passes/head_vertex.h"

GRAPHICS_PASS(Occluders, occluders)
struct Params {
    ViewCamera camera;
};
BINDINGS
READS(0, HeadVertex, vertices);
PASS_END
