#include "triangles.h"

layout(location = 0) flat out uint triangle;

void main() {
    triangle = uint(gl_VertexIndex) / 3u;
    gl_Position = vec4(corners[gl_VertexIndex] + vec3(params.shift, 0.0f), 1.0f);
}
