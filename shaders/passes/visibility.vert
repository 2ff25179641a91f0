#include "passes/visibility.h"
#include "shading/camera.glsl"

void main() { gl_Position = clip_from_point(params.camera, vertices[gl_VertexIndex].position); }
