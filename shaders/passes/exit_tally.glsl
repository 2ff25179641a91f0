// The walk of walk_optics and walk_few_layers, which includes this after its own declaration and says by `any_depth` whether
// there may be more than four layers. Software Vulkan runs both sides of every branch for eight lanes at once and loads
// from a buffer lane by lane. So the inner loop holds nothing but flights, and the uppermost layers stand in registers; a
// photon that enters one below them waits for it until the outer loop comes round.

#include "passes/layers_at_hand.glsl"

const uint flights_between_looks = 16u;

WalkLane with_finished_photon(WalkLane lane) {
    if (lane.photon.fate == photon_left_above) {
        lane.reflected += lane.photon.weight;
        lane.reflected_squared += lane.photon.weight * lane.photon.weight;
    } else if (lane.photon.fate == photon_left_below) {
        lane.transmitted += lane.photon.weight;
    } else if (lane.photon.fate == photon_walking) {
        lane.given_up += lane.photon.weight;
    }
    lane.absorbed += lane.entered - lane.photon.weight;
    // A lane that is done waits through the dispatches of the others; its last photon must not count again.
    lane.photon.fate = photon_died;
    lane.photon.weight = 0.0f;
    lane.entered = 0.0f;
    return lane;
}

void main() {
    uint index = gl_GlobalInvocationID.x;
    if (index >= params.order.lanes) {
        return;
    }
    uint stack = gl_WorkGroupID.y;
    uint first_layer = stack * params.order.layer_count;
    uint last_layer = params.order.layer_count - 1u;
    uint slot = stack * params.order.lanes + index;
    WalkLane lane = lanes[slot];
    Layer layer0 = layers[first_layer];
    Layer layer1 = layers[first_layer + min(1u, last_layer)];
    Layer layer2 = layers[first_layer + min(2u, last_layer)];
    Layer layer3 = layers[first_layer + min(3u, last_layer)];
    bool busy = true;
    uint begun_before = lane.photons_begun;
    for (uint done = 0u; done < params.order.events_per_dispatch && busy; done += flights_between_looks) {
        if (lane.photon.fate != photon_walking || lane.events >= params.order.events_per_photon) {
            if (lane.photons_begun > 0u) {
                lane = with_finished_photon(lane);
            }
            busy = lane.photons_begun < params.order.photons_per_lane;
            if (busy) {
                uint stream = index * params.order.photons_per_lane + lane.photons_begun;
                lane.photon = launched(random_stream(params.order.seed + 0x632be5abu * stack, stream), params.order.diffuse == 1u, layer0);
                lane.entered = lane.photon.weight;
                lane.photons_begun += 1u;
                lane.events = 0u;
            }
        }
        uint below = max(lane.photon.layer, layers_at_hand);
        Layer layer_below = layer0;
        if (any_depth) {
            layer_below = layers[first_layer + min(below, last_layer)];
        }
        for (uint i = 0u; i < flights_between_looks && lane.photon.fate == photon_walking; ++i) {
            uint layer = lane.photon.layer;
            if (any_depth && layer >= layers_at_hand && layer != below) {
                break;
            }
            Layer here = chosen(layer > 1u, chosen(layer > 0u, layer0, layer1), chosen(layer > 2u, layer2, layer3));
            if (any_depth) {
                here = chosen(layer >= layers_at_hand, here, layer_below);
            }
            lane.photon = advanced(lane.photon, here, last_layer);
        }
        lane.photon = settled(lane.photon, roulette_weight);
        lane.photon = after_long_walk(lane.photon, lane.events, lane.events + flights_between_looks);
        lane.events += flights_between_looks;
    }
    lanes[slot] = lane;
    if (busy) {
        atomicAdd(counts[0], 1u);
    }
    atomicAdd(counts[1], lane.photons_begun - begun_before);
}
