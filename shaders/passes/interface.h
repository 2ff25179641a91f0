// Draws the triangles of the window's panels: letters, icons, pictures, each vertex with its colour.
#include "declare_pass.h"
#ifndef PASS_INTERFACE_VERTEX
#define PASS_INTERFACE_VERTEX
SHARED
struct InterfaceVertex {
    vec2 place;   // pixels from the top left
    vec2 texture;
    uint colour;  // red in the lowest byte, alpha in the highest; sRGB
};
SHARED_END
#endif

GRAPHICS_PASS(Interface, interface)
struct Params {
    vec2 size; // of the window, pixels
    uint first_vertex;
    uint blue_first; // 1 where the screen has blue in the lowest byte
};
BINDINGS
READS(0, InterfaceVertex, vertices);
READS(1, uint, indices);
TEXTURE(2, sampler2D, picture);
PASS_END
