#include "passes/interface.h"

layout(location = 0) out vec2 texture_place;
layout(location = 1) out vec4 colour;

void main() {
    InterfaceVertex corner = vertices[params.first_vertex + indices[gl_VertexIndex]];
    texture_place = corner.texture;
    colour = unpackUnorm4x8(corner.colour);
    gl_Position = vec4(2.0 * corner.place / params.size - 1.0, 0.0, 1.0);
}
