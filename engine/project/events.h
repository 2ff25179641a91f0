#pragma once

#include "project/project.h"

#include <optional>
#include <vector>

namespace healed::project {

/// One entry of the file's `events`: a time and exactly one thing that happens then.
struct Event {
    double at_years = 0.0;
    std::optional<treatment::TouchUp> touch_up;
    std::optional<treatment::TouchUp> correction;
    std::optional<treatment::LaserPass> laser;
    std::optional<aging::HabitChange> habits;
    std::optional<aging::Season> season;
    std::optional<treatment::HairChange> hair;
};

/// Everything that happens to a project after its sessions, rising in time.
std::vector<Event> events_of(const Project& project);

/// Gives each event to the part of the project that it concerns. Throws Error naming `origin`, the event and
/// the value for an event of no kind or several, seasons that overlap themselves, and hair that comes back.
void take_events(Project& project, const std::vector<Event>& events, const std::string& origin);

} // namespace healed::project
