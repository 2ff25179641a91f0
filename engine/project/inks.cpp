#include "project/inks.h"

#include "base/error.h"
#include "project/events.h"

#include <fmt/ranges.h>

namespace healed::project {

void check_inks(const Project& project, const ink::Library& library, const std::string& origin) {
    std::vector<std::string> known;
    for (const auto& [name, ink] : library.inks)
        known.push_back(name);
    for (std::size_t i = 0; i < project.plan.sessions.size(); ++i)
        if (const std::string& ink = project.plan.sessions[i].ink; !library.inks.count(ink))
            fail("{}: plan.sessions[{}].ink: \"{}\" is none of {}", origin, i, ink, fmt::join(known, ", "));
    const std::vector<Event> events = events_of(project);
    for (std::size_t i = 0; i < events.size(); ++i)
        for (const auto& touch_up : {events[i].touch_up, events[i].correction})
            if (touch_up && !library.inks.count(touch_up->ink))
                fail("{}: events[{}].{}.ink: \"{}\" is none of {}", origin, i,
                     touch_up->correction ? "correction" : "touch_up", touch_up->ink, fmt::join(known, ", "));
}

} // namespace healed::project
