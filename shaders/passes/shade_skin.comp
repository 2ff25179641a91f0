#include "passes/shade_skin.h"
#include "shading/hair_volume.glsl"

const float least_cosine = 0.15;

void main() {
    uint i = gl_GlobalInvocationID.x;
    if (i >= params.vertex_count)
        return;
    HeadVertex vertex = vertices[i];
    vec3 to_lamp = normalize(params.lamp - vertex.position);
    float along = dot(stubble[i].direction, to_lamp);
    float shown = sqrt(max(1.0 - along * along, 0.0)) / max(dot(vertex.normal, to_lamp), least_cosine);
    float past_stubble = exp(-stubble[i].side_area * shown);
    lamps_seen[i].past_hair[params.index] = past_stubble * hair_about(params.grid, vertex.position + vertex.normal).lamps[params.index];
}
