// What one lane of a photon walk keeps between dispatches.
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
};

struct PathLane {
    Photon photon;
    uint photons_begun;
    uint events;
};
SHARED_END
#endif
