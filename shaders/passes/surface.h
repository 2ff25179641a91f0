// Finds for each sample the place of the head that it sees: shape, micro-relief, and what is known there.
#include "passes/frame.h"
#include "passes/head_vertex.h"

PASS(Surface, surface, 8, 8, 1)
struct Params {
    uint unused;
};
BINDINGS
READS(0, Frame, frame);
READS(1, HeadVertex, vertices);
READS(2, uvec3, triangles);
READS(3, LampsSeen, lamps_seen);
TEXTURE(4, sampler2D, marks);             // on the scalp chart: ln of blood, melanin, gloss, relief over the skin's own
IMAGE(5, r32ui, uimage2D, triangle_seen);
IMAGE(6, rgba32f, image2D, normal_depth); // normal with relief; depth along the camera's axis, 0 for the background
IMAGE(7, rgba32f, image2D, place);        // chart place; blood; melanin
IMAGE(8, rgba16f, image2D, access);       // to the sky; gloss; variance of the relief's slopes; smooth normal's cosine to the eye
IMAGE(9, rgba16f, image2D, lamps);        // share of each lamp in view
IMAGE(10, rg16f, image2D, through);       // red light from behind; its mean way through the head, mm
PASS_END
