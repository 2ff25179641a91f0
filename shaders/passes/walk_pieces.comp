#include "passes/walk_pieces.h"

bool meets_ink(PathPiece p) {
    return min(p.z0, p.z1) < params.bottom && max(p.z0, p.z1) > params.top;
}

PieceLane with_next_photon(PieceLane lane, uint photon_index) {
    RandomState random = random_stream(params.seed, params.first_photon + photon_index);
    lane.photon = launched(random, params.diffuse == 1u, layers[0]);
    lane.photons_begun += 1u;
    lane.events = 0u;
    lane.pieces = 0u;
    lane.more_absorbed = vec4(0.0f);
    if (params.write == 1u && piece_counts[photon_index] == 0u) {
        lane.photon.fate = photon_died;
    }
    return lane;
}

void main() {
    uint index = gl_GlobalInvocationID.x;
    uint first = index * params.photons_per_lane;
    if (first >= params.photons) {
        return;
    }
    uint to_walk = min(params.photons_per_lane, params.photons - first);
    PieceLane lane = lanes[index];
    uint photon_index = first + max(lane.photons_begun, 1u) - 1u;
    Layer here = layers[min(lane.photon.layer, params.layer_count - 1u)];
    bool busy = true;
    for (uint i = 0u; i < params.events_per_dispatch && busy; ++i) {
        if (lane.photon.fate != photon_walking) {
            bool returned = lane.photon.fate == photon_left_above;
            if (lane.photons_begun > 0u && params.write == 0u) {
                piece_counts[photon_index] = returned ? lane.pieces : 0u;
                weights[photon_index] = returned ? lane.photon.weight * exp(-lane.more_absorbed) : vec4(0.0f);
            }
            busy = lane.photons_begun < to_walk;
            if (busy) {
                photon_index = first + lane.photons_begun;
                here = layers[0];
                lane = with_next_photon(lane, photon_index);
            }
        } else {
            Photon before = lane.photon;
            lane.photon = after_long_walk(flown(before, here, params.layer_count - 1u), lane.events, lane.events + 1u);
            lane.events += 1u;
            Photon after = lane.photon;
            PathPiece piece = piece_between(before.x, before.y, before.z, after.x, after.y, after.z);
            lane.more_absorbed += piece_length(piece) * more_absorption[before.layer];
            if (meets_ink(piece)) {
                // What does not return takes up no room: only returning photons are walked to be written down.
                if (params.write == 1u) {
                    pieces[first_pieces[photon_index] + lane.pieces] = piece;
                }
                lane.pieces += 1u;
            }
            if (lane.photon.layer != before.layer && lane.photon.fate == photon_walking) {
                here = layers[lane.photon.layer];
            }
        }
    }
    lanes[index] = lane;
    if (busy) {
        atomicAdd(unfinished[0], 1u);
    }
}
