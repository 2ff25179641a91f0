#include "passes/walk_optics.h"

WalkLane with_finished_photon(WalkLane lane) {
    if (lane.photon.fate == photon_left_above) {
        lane.reflected += lane.photon.weight;
        lane.reflected_squared += lane.photon.weight * lane.photon.weight;
    } else if (lane.photon.fate == photon_left_below) {
        lane.transmitted += lane.photon.weight;
    } else if (lane.photon.fate == photon_walking) {
        lane.given_up += lane.photon.weight;
    }
    // A lane that is done waits through the dispatches of the others; its last photon must not count again.
    lane.photon.fate = photon_died;
    return lane;
}

void main() {
    uint index = gl_GlobalInvocationID.x;
    if (index >= params.lanes) {
        return;
    }
    uint stack = gl_GlobalInvocationID.y;
    uint first_layer = stack * params.layer_count;
    uint slot = stack * params.lanes + index;
    WalkLane lane = lanes[slot];
    Layer here = layers[first_layer + min(lane.photon.layer, params.layer_count - 1u)];
    bool busy = true;
    uint begun_before = lane.photons_begun;
    for (uint i = 0u; i < params.events_per_dispatch && busy; ++i) {
        if (lane.photon.fate != photon_walking || lane.events >= params.events_per_photon) {
            if (lane.photons_begun > 0u) {
                lane = with_finished_photon(lane);
            }
            busy = lane.photons_begun < params.photons_per_lane;
            if (busy) {
                here = layers[first_layer];
                uint stream = index * params.photons_per_lane + lane.photons_begun;
                lane.photon = launched(random_stream(params.seed + 0x632be5abu * stack, stream), params.diffuse == 1u, here);
                lane.photons_begun += 1u;
                lane.events = 0u;
            }
        } else {
            float before = lane.photon.weight;
            uint layer = lane.photon.layer;
            lane.photon = flown(lane.photon, here, params.layer_count - 1u);
            // Roulette changes the weight too, but on average by nothing.
            lane.absorbed += before - lane.photon.weight;
            lane.events += 1u;
            if (lane.photon.layer != layer && lane.photon.fate == photon_walking) {
                here = layers[first_layer + lane.photon.layer];
            }
        }
    }
    lanes[slot] = lane;
    if (busy) {
        atomicAdd(counts[0], 1u);
    }
    atomicAdd(counts[1], lane.photons_begun - begun_before);
}
