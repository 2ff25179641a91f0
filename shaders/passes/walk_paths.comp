#include "passes/walk_paths.h"
#include "passes/layers_at_hand.glsl"

const uint flights_between_looks = 16u;
const uint no_photon = 0xffffffffu;
// Long paths are many vertices and little light: they are thinned early, and those that are left weigh more.
const float least_weight = 0.05f;

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
    uint last_layer = params.layer_count - 1u;
    Layer layer0 = layers[0];
    Layer layer1 = layers[min(1u, last_layer)];
    Layer layer2 = layers[min(2u, last_layer)];
    Layer layer3 = layers[min(3u, last_layer)];
    bool busy = true;
    for (uint done = 0u; done < params.events_per_dispatch && busy; done += flights_between_looks) {
        bool returned = lane.photon.fate == photon_left_above;
        if (lane.photon.fate != photon_walking || lane.events >= params.events_per_photon) {
            if (lane.photon_index != no_photon && params.write == 0u) {
                vertex_counts[lane.photon_index] = returned ? lane.events + 1u : 0u;
                weights[lane.photon_index] = returned ? lane.photon.weight : 0.0f;
            }
            lane.photon_index = atomicAdd(counts[0], 1u);
            busy = lane.photon_index < params.photons;
            if (busy) {
                lane.photon = launched(random_stream(params.seed, lane.photon_index), params.diffuse == 1u, layer0);
                lane.events = 0u;
                if (params.write == 1u && vertex_counts[lane.photon_index] == 0u) {
                    lane.photon.fate = photon_died;
                } else {
                    remember_vertex(lane.photon_index, 0u, lane.photon);
                }
            } else {
                lane.photon_index = no_photon;
                lane.photon.fate = photon_died;
            }
        }
        uint below = max(lane.photon.layer, layers_at_hand);
        Layer layer_below = layers[min(below, last_layer)];
        for (uint i = 0u; i < flights_between_looks && lane.photon.fate == photon_walking; ++i) {
            uint layer = lane.photon.layer;
            if (layer >= layers_at_hand && layer != below) {
                break;
            }
            Layer here = chosen(layer > 1u, chosen(layer > 0u, layer0, layer1), chosen(layer > 2u, layer2, layer3));
            here = chosen(layer >= layers_at_hand, here, layer_below);
            lane.photon = advanced(lane.photon, here, last_layer);
            lane.events += 1u;
            remember_vertex(lane.photon_index, lane.events, lane.photon);
        }
        lane.photon = settled(lane.photon, least_weight);
    }
    lanes[index] = lane;
    if (busy) {
        atomicAdd(counts[1], 1u);
    }
}
