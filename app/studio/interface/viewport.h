#pragma once

#include "interface/studio.h"

namespace healed::studio {

/// The part of the window in which the head stands, pixels.
struct Area {
    ImVec2 low, high;
    float width() const { return high.x - low.x; }
    float height() const { return high.y - low.y; }
};

/// Where the panes of a layout stand in it.
std::vector<Area> pane_areas(Layout layout, Area all, std::size_t count, int columns);

/// Asks for the pictures of all panes, shows what is there, and lets the mouse turn head and light.
void draw_viewport(Studio& studio, Area area);

/// The camera's angles, zoom and shift, kept within what makes sense.
void orbit(Looking& looking, float right_deg, float up_deg);
void zoom(Looking& looking, float factor);
void pan(Looking& looking, float right_mm, float up_mm);
/// Carries the lamps round the head.
void turn_light(Looking& looking, float degrees);
/// Stands where a named camera stands.
void stand_at(Looking& looking, const std::string& camera);

} // namespace healed::studio
