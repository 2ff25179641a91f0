#include "passes/visibility.h"
#include "shading/camera.glsl"

layout(location = 0) flat out uint triangle_plus_one;

void main() {
    uint triangle = uint(gl_VertexIndex) / 3u;
    uint corner = uint(gl_VertexIndex) % 3u;
    triangle_plus_one = triangle + 1u;
    gl_Position = clip_from_point(params.camera, vertices[triangles[triangle][corner]].position);
}
