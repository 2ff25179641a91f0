// Where on the scalp chart something is that spreads over the skin about it.
#ifndef HEALED_SPOT_PLACE
#define HEALED_SPOT_PLACE
#include "declare_pass.h"

SHARED
struct SpotPlace {
    vec2 chart;
    vec3 metric;   // of the chart there: a step (u, v) is x u² + 2 y u v + z v² mm² on the head
};
SHARED_END
#endif
