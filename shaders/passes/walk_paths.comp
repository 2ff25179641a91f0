#include "passes/walk_paths.h"

void remember_vertex(uint photon_index, uint vertex, Photon p) {
    if (params.write == 1u) {
        vertices[first_vertices[photon_index] + vertex] = vec3(p.x, p.y, p.z);
    }
}

void main() {
    uint index = gl_GlobalInvocationID.x;
    if (index >= params.lanes) {
        return;
    }
    PathLane lane = lanes[index];
    uint photon_index = index * params.photons_per_lane + max(lane.photons_begun, 1u) - 1u;
    Layer here = layers[min(lane.photon.layer, params.layer_count - 1u)];
    bool busy = true;
    for (uint i = 0u; i < params.events_per_dispatch && busy; ++i) {
        bool returned = lane.photon.fate == photon_left_above;
        if (lane.photon.fate != photon_walking || lane.events >= params.events_per_photon) {
            if (lane.photons_begun > 0u && params.write == 0u) {
                vertex_counts[photon_index] = returned ? lane.events + 1u : 0u;
                weights[photon_index] = returned ? lane.photon.weight : 0.0f;
            }
            busy = lane.photons_begun < params.photons_per_lane;
            if (busy) {
                photon_index = index * params.photons_per_lane + lane.photons_begun;
                here = layers[0];
                lane.photon = launched(random_stream(params.seed, photon_index), params.diffuse == 1u, here);
                lane.photons_begun += 1u;
                lane.events = 0u;
                if (params.write == 1u && vertex_counts[photon_index] == 0u) {
                    lane.photon.fate = photon_died;
                } else {
                    remember_vertex(photon_index, 0u, lane.photon);
                }
            }
        } else {
            uint layer = lane.photon.layer;
            lane.photon = flown(lane.photon, here, params.layer_count - 1u);
            lane.events += 1u;
            remember_vertex(photon_index, lane.events, lane.photon);
            if (lane.photon.layer != layer && lane.photon.fate == photon_walking) {
                here = layers[lane.photon.layer];
            }
        }
    }
    lanes[index] = lane;
    if (busy) {
        atomicAdd(unfinished[0], 1u);
    }
}
