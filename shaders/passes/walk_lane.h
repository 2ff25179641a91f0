// What a photon walk is told, and what one lane of it keeps between dispatches.
#ifndef HEALED_WALK_LANE
#define HEALED_WALK_LANE
#include "declare_pass.h"
#ifdef __cplusplus
#include "physics.h"
namespace healed::passes {
using physics::Layer, physics::Photon;
}
#else
#include "physics.glsl"
#endif

SHARED
struct WalkOrder {
    uint lanes;            // per stack
    uint layer_count;      // per stack
    uint photons_per_lane;
    uint events_per_dispatch;
    uint events_per_photon;
    uint diffuse;          // 1: cosine-weighted incidence, 0: along the normal
    uint seed;
};

// Sums over the photons that this lane has finished: weights that came back up, went through, were absorbed, and were
// given up after too many events.
struct WalkLane {
    Photon photon;
    uint photons_begun;
    uint events;
    float reflected;
    float reflected_squared;
    float transmitted;
    float absorbed;
    float given_up;
    float entered;         // weight with which the photon under way was launched
};

struct PathLane {
    Photon photon;
    uint photon_index;     // of the photon under way, or no_photon
    uint events;
};
SHARED_END
#endif
