#include "project/events.h"

#include "base/error.h"

#include <algorithm>

namespace healed::project {

namespace {

constexpr const char* kinds = "touch_up, correction, laser, habits, season and hair";

std::size_t kinds_of(const Event& event) {
    return static_cast<std::size_t>(event.touch_up.has_value()) + event.correction.has_value() +
           event.laser.has_value() + event.habits.has_value() + event.season.has_value() +
           event.hair.has_value();
}

void check(const Event& event, const std::string& place) {
    if (kinds_of(event) != 1)
        fail("{}: states {} of {}, must state one", place, kinds_of(event), kinds);
    const bool on_skin = event.touch_up || event.correction || event.hair;
    if (on_skin && event.at_years < 0.0)
        fail("{}.at_years: {} is outside 0 … 50; only laser, habits and season may come before the last "
             "session",
             place, event.at_years);
    if (const auto& season = event.season;
        season && season->times > 1 && season->days > 365.25 * season->every_years)
        fail("{}.season.days: {} are longer than the {} years to the next season", place, season->days,
             season->every_years);
}

void check_hair(const Project& project, const treatment::HairChange& hair, const std::string& place) {
    treatment::Norwood stage = project.plan.norwood;
    double grey = 0.0;
    for (const treatment::HairChange& earlier : project.plan.hair_changes) {
        stage = earlier.norwood.value_or(stage);
        grey = earlier.grey_share.value_or(grey);
    }
    if (hair.norwood && *hair.norwood < stage)
        fail("{}.hair.norwood: is an earlier stage than before; hair that is lost does not come back", place);
    if (hair.grey_share && *hair.grey_share < grey)
        fail("{}.hair.grey_share: {} is below {} before", place, *hair.grey_share, grey);
}

void take(Project& project, const Event& event, const std::string& place) {
    const double at = event.at_years;
    for (const auto& [touch_up, correction] : {std::pair{&event.touch_up, false}, {&event.correction, true}})
        if (*touch_up) {
            treatment::TouchUp& taken = project.plan.touch_ups.emplace_back(**touch_up);
            taken.at_years = at;
            taken.correction = correction;
        }
    if (event.laser)
        project.plan.laser_passes.emplace_back(*event.laser).at_years = at;
    if (event.habits)
        project.client.changes.emplace_back(*event.habits).at_years = at;
    if (event.season)
        project.client.seasons.emplace_back(*event.season).at_years = at;
    if (event.hair) {
        check_hair(project, *event.hair, place);
        project.plan.hair_changes.emplace_back(*event.hair).at_years = at;
    }
}

} // namespace

std::vector<Event> events_of(const Project& project) {
    std::vector<Event> all;
    for (const treatment::TouchUp& touch_up : project.plan.touch_ups) {
        Event& event = all.emplace_back(Event{.at_years = touch_up.at_years});
        (touch_up.correction ? event.correction : event.touch_up) = touch_up;
    }
    for (const treatment::LaserPass& laser : project.plan.laser_passes)
        all.push_back({.at_years = laser.at_years, .laser = laser});
    for (const aging::HabitChange& habits : project.client.changes)
        all.push_back({.at_years = habits.at_years, .habits = habits});
    for (const aging::Season& season : project.client.seasons)
        all.push_back({.at_years = season.at_years, .season = season});
    for (const treatment::HairChange& hair : project.plan.hair_changes)
        all.push_back({.at_years = hair.at_years, .hair = hair});
    std::stable_sort(all.begin(), all.end(),
                     [](const Event& a, const Event& b) { return a.at_years < b.at_years; });
    return all;
}

void take_events(Project& project, const std::vector<Event>& events, const std::string& origin) {
    std::vector<std::size_t> order(events.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
        check(events[i], fmt::format("{}[{}]", origin, i));
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return events[a].at_years < events[b].at_years; });
    for (const std::size_t i : order)
        take(project, events[i], fmt::format("{}[{}]", origin, i));
}

} // namespace healed::project
