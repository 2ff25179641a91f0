#pragma once

#include "project/project.h"

#include <array>
#include <string_view>

namespace healed::project {

/// How many elements a list may have.
struct Count {
    std::size_t least, most;
};

/// Keys, ranges and order of the file, said once: FieldReader and FieldWriter both walk these. The units are
/// in the keys; assets/schema/project.schema.json repeats keys and ranges for other programs, and a test
/// compares them.

inline constexpr std::array<std::string_view, 3> frequency_words{"none", "occasional", "daily"};

template <typename Fields>
void walk(Fields& fields, skin::SkinSettings& skin) {
    fields.number("melanin_fraction", skin.melanin_fraction, {0, 0.5});
    fields.number("blood_fraction", skin.blood_fraction, {0, 0.1});
    fields.number("saturation", skin.saturation, {0, 1});
    fields.number("scattering_factor", skin.scattering_factor, {0.2, 5});
    fields.number("baseline_factor", skin.baseline_factor, {0, 5});
    fields.number("epidermis_mm", skin.epidermis_mm, {0.01, 1});
    fields.number("papillary_mm", skin.papillary_mm, {0.01, 2});
    fields.number("reticular_mm", skin.reticular_mm, {0.05, 10});
    fields.number("refractive_index", skin.refractive_index, {1.3, 1.6});
}

template <typename Fields>
void walk(Fields& fields, aging::Care& care) {
    fields.number("water_from_day", care.water_from_day, {0, 60});
    fields.number("sweat_from_day", care.sweat_from_day, {0, 60});
    fields.number("shave_from_day", care.shave_from_day, {0, 60});
    fields.number("pool_from_day", care.pool_from_day, {0, 60});
}

template <typename Fields>
void walk(Fields& fields, aging::Client& client) {
    fields.either("latitude_deg", client.latitude_deg, {-66, 66}, "ambient_sed_per_year",
                  client.ambient_sed_per_year, {500, 20000});
    fields.number("outdoor_fraction", client.outdoor_fraction, {0, 0.3});
    fields.word("protection", client.protection, frequency_words);
    fields.word("hat", client.hat, frequency_words);
    fields.number("swims_per_week", client.swims_per_week, {0, 14});
    fields.word("exfoliant", client.exfoliant, frequency_words);
    fields.number("immune_factor", client.immune_factor, {0.2, 5});
    fields.number("age_years", client.age_years, {18, 90});
    fields.number("oil_factor", client.oil_factor, {0.9, 1.25});
    fields.boolean("smoker", client.smoker);
    fields.integer("fitzpatrick", client.fitzpatrick, {1, 6});
    fields.object("care", client.care);
}

template <typename Fields>
void walk(Fields& fields, head::Correction& correction) {
    constexpr Range anywhere{-1e9, 1e9};
    fields.word("name", correction.landmark, head::landmark_words);
    fields.number("x_file", correction.in_file.x, anywhere);
    fields.number("y_file", correction.in_file.y, anywhere);
    fields.number("z_file", correction.in_file.z, anywhere);
}

inline constexpr Count bookmark_count{0, most_bookmarks};

template <typename Fields>
void walk(Fields& fields, Bookmark& bookmark) {
    fields.text("name", bookmark.name);
    fields.text("camera", bookmark.camera);
    fields.number("turn_deg", bookmark.turn_deg, {-180, 180});
    fields.number("tilt_deg", bookmark.tilt_deg, {-180, 180});
    fields.number("zoom", bookmark.zoom, {0.1, 50});
    fields.number("shift_right_mm", bookmark.shift_right_mm, {-500, 500});
    fields.number("shift_up_mm", bookmark.shift_up_mm, {-500, 500});
    fields.maybe_number("focal_length_mm", bookmark.focal_length_mm, {20, 400});
}

template <typename Fields>
void walk(Fields& fields, HeadChoice& head) {
    fields.text("file", head.file);
    fields.word("unit", head.wishes.unit, head::unit_words);
    fields.list("landmarks", head.wishes.corrections, Count{0, head::landmark_words.size()});
    fields.object("shape", head.shape);
}

} // namespace healed::project
