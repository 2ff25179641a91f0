// Finds for each sample the place of the head that it sees: shape, micro-relief, and what is known there.
#include "passes/frame.h"
#include "passes/head_vertex.h"

PASS(Surface, surface, 8, 8, 1)
struct Params {
    uint unused;
};
BINDINGS
UNIFORM(0, Frame, frame);
READS(1, uvec2, tiles);
READS(2, uvec3, triangles);
TEXTURE(3, sampler2DArray, vertex_shape);  // a texel a vertex: position, chart.x; normal, chart.y; hairs of the beard a mm², vein
TEXTURE(4, sampler2D, vertex_look);        // access to the sky; ln of blood, melanin, gloss over the skin's own
TEXTURE(5, sampler2D, vertex_lamps);       // share of each lamp in view
TEXTURE(6, sampler2D, vertex_through);     // red light from behind; the same times its way through the head, mm
TEXTURE(7, sampler2D, marks);              // on the scalp chart: ln of blood, melanin, gloss, relief over the skin's own
IMAGE(8, r32ui, uimage2D, triangle_seen);
IMAGE(9, rgba32f, image2D, normal_depth);  // normal with relief; depth along the camera's axis, 0 for the background
IMAGE(10, rgba32f, image2D, place);        // chart place; blood; melanin
IMAGE(11, rgba16f, image2D, access);       // to the sky; gloss; variance of the relief's slopes; smooth normal's cosine to the eye
IMAGE(12, rgba16f, image2D, lamps);        // share of each lamp in view
IMAGE(13, rgba16f, image2D, through);      // red light from behind; its mean way through the head, mm; beard; vein
PASS_END
