#include "passes/occluders.h"
#include "shading/camera.glsl"

layout(location = 0) out float distance_mm;

void main() {
    gl_Position = clip_from_point(params.camera, vertices[gl_VertexIndex].position);
    distance_mm = gl_Position.w;
}
