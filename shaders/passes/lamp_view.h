// Adds to each vertex of the head whether it sees one point of one lamp, and how much light comes to it from there
// through the head: the sum over many points is a soft shadow without noise, kept until lamps or head change.
#include "passes/frame.h"
#include "passes/head_vertex.h"

PASS(LampView, lamp_view, 64, 1, 1)
struct Params {
    ViewCamera camera; // at the point of the lamp
    uint lamp;
    float share;       // of the lamp's light that this point stands for, as irradiance of a facing card
    uint vertex_count;
};
BINDINGS
READS(0, HeadVertex, vertices);
WRITES(1, LampsSeen, lamps_seen);
IMAGE(2, r32f, image2D, nearest);
PASS_END
