#include "passes/occluders.h"
#include "shading/camera.glsl"

layout(location = 0) out float distance_mm;

void main() {
    uint vertex = triangles[uint(gl_VertexIndex) / 3u][uint(gl_VertexIndex) % 3u];
    gl_Position = clip_from_point(params.camera, vertices[vertex].position);
    distance_mm = gl_Position.w;
}
