#pragma once

#include "live/wish.h"

#include <string>

namespace healed::studio {

/// What the left button of the mouse does on the head.
enum class Tool { Orbit, Hairline, Pin };

/// Camera and light, shared by all panes.
struct Looking {
    Framing framing;
    std::string rig = "studio";
    float light_azimuth_deg = 38;
    bool polarised = false;
};

/// Where the timeline stands.
struct Timeline {
    double years; ///< 0 … 20
    bool playing = false;
};

} // namespace healed::studio
