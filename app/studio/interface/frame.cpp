#include "interface/frame.h"

#include "document/words.h"
#include "interface/actions.h"
#include "interface/dialogs.h"
#include "interface/files.h"
#include "interface/look_panel.h"
#include "interface/marks.h"
#include "interface/plan_panel.h"
#include "interface/theme.h"
#include "interface/timeline.h"
#include "interface/top_bar.h"
#include "interface/trainer_panel.h"
#include "live/device.h"

#include <algorithm>

namespace healed::studio {

namespace {

constexpr float bar_height = 46, side_width = 288, timeline_height = 178;
/// Below this width a head between two panels would be a stripe: one of them gives way, and then the other.
constexpr float narrowest_for_both = 760, narrowest = 500, lowest = 420;

struct Parts {
    Area bar, plan, look, view, timeline;
    bool has_plan, has_look;
};

Parts parts_of(const Studio& studio, ImVec2 size) {
    const bool panels = studio.memory.panels && size.x >= px(narrowest) && size.y >= px(lowest);
    const bool both = size.x >= px(narrowest_for_both);
    const bool has_plan = panels && (both || !studio.looks), has_look = panels && (both || studio.looks);
    const bool line = studio.memory.panels && size.y >= px(300);
    const float top = px(bar_height);
    const float left = has_plan ? px(side_width) : 0.0f, right = has_look ? size.x - px(side_width) : size.x;
    const float bottom = line ? size.y - px(timeline_height) : size.y;
    return {.bar = {{0, 0}, {size.x, top}},
            .plan = {{0, top}, {left, bottom}},
            .look = {{right, top}, {size.x, bottom}},
            .view = {{left, top}, {std::max(right, left + 1), std::max(bottom, top + 1)}},
            .timeline = {{0, bottom}, size},
            .has_plan = has_plan,
            .has_look = has_look};
}

void hear_of_work(Studio& studio) {
    if (!studio.live)
        return;
    const std::string problem = studio.live->take_problem();
    if (tells_of_loss(problem)) {
        ++studio.devices_lost;
        studio.complain(fmt::format("{}. {}", problem, say("device.instead")));
    } else if (!problem.empty()) {
        studio.complain(problem);
    }
    const std::string device = studio.live->device_name();
    if (device != studio.painted_on && device.find(software_device) != std::string::npos)
        studio.tell(say("device.software"));
    studio.painted_on = device;
    for (std::string& words : studio.errands->deliver())
        studio.complain(std::move(words));
}

} // namespace

void draw_frame(Studio& studio) {
    marks().begin_frame();
    hear_of_work(studio);
    keep_aside(studio);
    if (const ImVec2 moved = ImGui::GetIO().MouseDelta; moved.x != 0.0f || moved.y != 0.0f)
        studio.mouse_moved_s = studio.now_s;
    play(studio.time, static_cast<double>(ImGui::GetIO().DeltaTime));
    run_shortcuts(studio);
    const Parts parts = parts_of(studio, ImGui::GetIO().DisplaySize);
    draw_viewport(studio, parts.view);
    draw_top_bar(studio, parts.bar);
    if (parts.has_plan)
        draw_plan_panel(studio, parts.plan);
    if (parts.has_look)
        draw_look_panel(studio, parts.look);
    if (studio.mode == Mode::Trainer && (parts.has_plan || parts.has_look) && studio.live)
        draw_cross_section(studio, parts.view);
    if (parts.timeline.height() > 1)
        draw_timeline(studio, parts.timeline);
    draw_dialogs(studio);
    draw_notices(studio, parts.view);
}

} // namespace healed::studio
