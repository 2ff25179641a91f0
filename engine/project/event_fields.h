#pragma once

#include "project/events.h"
#include "project/plan_fields.h"

/// Keys and ranges of the file's events, as fields.h has those of the rest.
namespace healed::project {

inline constexpr Range event_years{-10, 50};
inline constexpr Count event_count{0, 200};

template <typename Fields>
void walk(Fields& fields, treatment::TouchUp& touch_up) {
    fields.number("added_density", touch_up.added_density, {0.02, 2});
    fields.text("ink", touch_up.ink);
    fields.number("shade", touch_up.shade, {0.1, 3});
    fields.maybe_number("resting_depth_mm", touch_up.resting_depth_mm, {0.03, 3});
    fields.maybe_number("footprint_mm", touch_up.footprint_mm, {0.1, 1.5});
}

template <typename Fields>
void walk(Fields& fields, treatment::LaserPass& laser) {
    fields.number("wavelength_nm", laser.wavelength_nm, {400, 1100});
    fields.number("strength", laser.strength, {0.1, 2});
}

template <typename Fields>
void walk(Fields& fields, aging::Habits& habits) {
    fields.maybe_either("latitude_deg", habits.latitude_deg, {-66, 66}, "ambient_sed_per_year",
                        habits.ambient_sed_per_year, {500, 20000});
    fields.maybe_number("outdoor_fraction", habits.outdoor_fraction, {0, 0.3});
    fields.maybe_word("protection", habits.protection, frequency_words);
    fields.maybe_word("hat", habits.hat, frequency_words);
    fields.maybe_number("swims_per_week", habits.swims_per_week, {0, 14});
    fields.maybe_word("exfoliant", habits.exfoliant, frequency_words);
    fields.maybe_number("oil_factor", habits.oil_factor, {0.9, 1.25});
    fields.maybe_boolean("smoker", habits.smoker);
}

template <typename Fields>
void walk(Fields& fields, aging::HabitChange& change) {
    walk(fields, change.habits);
}

template <typename Fields>
void walk(Fields& fields, aging::Season& season) {
    fields.number("days", season.days, {1, 365});
    fields.number("every_years", season.every_years, {0.1, 20});
    fields.integer("times", season.times, {1, 60});
    walk(fields, season.habits);
}

template <typename Fields>
void walk(Fields& fields, treatment::HairChange& hair) {
    fields.maybe_word("norwood", hair.norwood, norwood_words);
    fields.list("losses", hair.losses, part_count);
    fields.maybe_number("grey_share", hair.grey_share, {0, 1});
}

template <typename Fields>
void walk(Fields& fields, Event& event) {
    fields.required_number("at_years", event.at_years, event_years);
    fields.maybe_object("touch_up", event.touch_up);
    fields.maybe_object("correction", event.correction);
    fields.maybe_object("laser", event.laser);
    fields.maybe_object("habits", event.habits);
    fields.maybe_object("season", event.season);
    fields.maybe_object("hair", event.hair);
}

} // namespace healed::project
