#pragma once

#include "live/wish.h"

#include <string>
#include <vector>

namespace healed::studio {

/// What the left button of the mouse does on the head.
enum class Tool { Orbit, Hairline, Pin, Density, Erase, Comb };
inline bool is_brush(Tool tool) {
    return tool == Tool::Density || tool == Tool::Erase || tool == Tool::Comb;
}

/// Camera and light, shared by all panes.
struct Looking {
    Framing framing;
    std::string rig = "studio";
    float light_azimuth_deg = 38;
    bool polarised = false;
    render::Development development;
    render::Gloss gloss;
    bool loupe = false;          ///< what is under the cursor stands beside it, larger
    std::vector<glm::vec3> pins; ///< places of the head whose colour stays written beside them, mm
};

/// Where the timeline stands.
struct Timeline {
    double years; ///< 0 … 20
    bool playing = false;
};

} // namespace healed::studio
