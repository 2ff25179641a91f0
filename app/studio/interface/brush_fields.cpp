#include "interface/brush_tool.h"

#include "document/words.h"
#include "interface/actions.h"
#include "interface/widgets.h"

#include <array>

namespace healed::studio {

namespace {

void draw_brushes(Studio& studio) {
    constexpr std::array<std::pair<const char*, Tool>, 3> brushes{
        {{"tool.density", Tool::Density}, {"tool.comb", Tool::Comb}, {"tool.erase", Tool::Erase}}};
    const float between = px(4);
    const float width = (ImGui::GetContentRegionAvail().x - 2 * between) / 3;
    for (std::size_t i = 0; i < brushes.size(); ++i) {
        if (i > 0)
            ImGui::SameLine(0, between);
        const auto& [id, tool] = brushes[i];
        if (button(id, action(id).icon, studio.tool == tool ? ButtonLook::Chosen : ButtonLook::Plain, width))
            run_action(studio, id);
    }
}

} // namespace

void draw_brush_fields(Studio& studio) {
    draw_brushes(studio);
    Brush& brush = studio.brush;
    if (!is_brush(studio.tool))
        return;
    slider("brush.radius", brush.radius_mm, smallest_brush_mm, largest_brush_mm, "%.0f mm", true);
    double softness = 100.0 * brush.softness, density = 100.0 * brush.density;
    if (slider("brush.softness", softness, 0, 100, "%.0f %%").changed)
        brush.softness = 0.01 * softness;
    if (studio.tool == Tool::Density && slider("brush.density", density, -100, 100, "%.0f %%").changed)
        brush.density = 0.01 * density;
    toggle("brush.mirrored", brush.mirrored);
    quiet_text(say("brush.how"));
}

} // namespace healed::studio
