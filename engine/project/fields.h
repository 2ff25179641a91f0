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

inline constexpr std::array<std::string_view, 8> norwood_words{"I",  "II", "III", "III-vertex",
                                                               "IV", "V",  "VI",  "VII"};
inline constexpr std::array<std::string_view, 3> ludwig_words{"I", "II", "III"};
inline constexpr std::array<std::string_view, 5> loss_words{"ludwig", "diffuse", "areata", "total",
                                                            "scarring"};
inline constexpr std::array<std::string_view, 5> mark_words{"strip-scar", "dot-scars", "burn", "birthmark",
                                                            "vitiligo"};
inline constexpr std::array<std::string_view, treatment::region_count> zone_words{"front", "mid_scalp",
                                                                                  "crown", "sides", "back"};
inline constexpr std::array<std::string_view, 3> protection_words{"none", "occasional", "daily"};
inline constexpr Range seed_range{0, 9007199254740991.0}; // what every JSON reader keeps exactly: 2^53 - 1
inline constexpr Count session_count{1, 20};
inline constexpr Count place_count{1, 64}; // of a line on the scalp
inline constexpr Count part_count{0, 64};  // of losses, marks and areas

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
void walk(Fields& fields, aging::Client& client) {
    fields.number("ambient_sed_per_year", client.ambient_sed_per_year, {500, 20000});
    fields.number("outdoor_fraction", client.outdoor_fraction, {0, 0.3});
    fields.word("protection", client.protection, protection_words);
    fields.number("immune_factor", client.immune_factor, {0.2, 5});
    fields.number("age_years", client.age_years, {18, 90});
    fields.number("oil_factor", client.oil_factor, {0.9, 1.25});
    fields.boolean("smoker", client.smoker);
    fields.integer("fitzpatrick", client.fitzpatrick, {1, 6});
}

template <typename Fields>
void walk(Fields& fields, treatment::Hairline& hairline) {
    fields.number("height_over_brow_mm", hairline.height_over_brow_mm, {35, 110});
    fields.number("temple_recession_mm", hairline.temple_recession_mm, {0, 50});
    fields.number("width_mm", hairline.width_mm, {80, 170});
    fields.number("irregularity_mm", hairline.irregularity_mm, {0, 12});
    fields.number("feather_mm", hairline.feather_mm, {0, 30});
}

template <typename Fields>
void walk(Fields& fields, treatment::Follicles& follicles) {
    fields.number("units_per_cm2", follicles.units_per_cm2, {20, 150});
    fields.number("hairs_per_unit", follicles.hairs_per_unit, {1, 4});
    fields.number("hair_radius_mm", follicles.hair_radius_mm, {0.01, 0.08});
    fields.number("hair_angle_deg", follicles.hair_angle_deg, {15, 90});
    fields.number("stubble_mm", follicles.stubble_mm, {0, 10});
    fields.number("eumelanin_per_mm", follicles.eumelanin_per_mm, {0, 60});
}

template <typename Fields>
void walk(Fields& fields, treatment::Needle& needle) {
    fields.integer("points", needle.points, {1, 14});
    fields.number("footprint_mm", needle.footprint_mm, {0.1, 1.5});
    fields.number("setting_mm", needle.setting_mm, {0.3, 6});
    fields.number("resting_depth_mm", needle.resting_depth_mm, {0.03, 3});
    fields.number("tilt_deg", needle.tilt_deg, {0, 60});
}

template <typename Fields>
void walk(Fields& fields, treatment::Hand& hand) {
    fields.number("depth_sd_mm", hand.depth_sd_mm, {0, 0.5});
    fields.number("size_cv", hand.size_cv, {0, 0.6});
    fields.number("load_cv", hand.load_cv, {0, 1});
    fields.number("place_sd_mm", hand.place_sd_mm, {0, 1});
}

template <typename Fields>
void walk(Fields& fields, treatment::Place& place) {
    fields.number("forward_mm", place.forward_mm, {-250, 250});
    fields.number("left_mm", place.left_mm, {-250, 250});
}

template <typename Fields>
void walk(Fields& fields, treatment::Area& area) {
    fields.list("along", area.along, place_count);
    fields.number("width_mm", area.width_mm, {0.5, 300});
    fields.number("edge_mm", area.edge_mm, {0.1, 60});
}

template <typename Fields>
void walk(Fields& fields, treatment::Loss& loss) {
    fields.word("pattern", loss.pattern, loss_words);
    fields.word("stage", loss.stage, ludwig_words);
    fields.number("remaining", loss.remaining, {0, 1});
    fields.list("areas", loss.areas, part_count);
    fields.number("share", loss.share, {0, 1});
}

template <typename Fields>
void walk(Fields& fields, treatment::Transplant& transplant) {
    fields.number("units_per_cm2", transplant.units_per_cm2, {0, 60});
}

template <typename Fields>
void walk(Fields& fields, treatment::Mark& mark) {
    fields.word("kind", mark.kind, mark_words);
    fields.object("area", mark.area);
    fields.number("dot_mm", mark.dot_mm, {0.3, 3});
    fields.number("spacing_mm", mark.spacing_mm, {0.5, 10});
}

template <typename Fields>
void walk(Fields& fields, treatment::ZoneWork& zone) {
    fields.number("density", zone.density, {0, 2});
    fields.number("size", zone.size, {0.5, 2});
    fields.number("shade", zone.shade, {0.1, 3});
}

template <typename Fields>
void walk(Fields& fields, std::array<treatment::ZoneWork, treatment::region_count>& zones) {
    for (std::size_t i = 0; i < zones.size(); ++i)
        fields.object(zone_words[i], zones[i]);
}

template <typename Fields>
void walk(Fields& fields, treatment::Session& session) {
    fields.number("day", session.day, {0, 3650});
    fields.number("cumulative_density", session.cumulative_density, {0.05, 2});
    fields.text("ink", session.ink);
    fields.number("shade", session.shade, {0.1, 3});
}

template <typename Fields>
void walk(Fields& fields, treatment::Plan& plan) {
    fields.word("norwood", plan.norwood, norwood_words);
    fields.list("losses", plan.losses, part_count);
    fields.object("transplant", plan.transplant);
    fields.list("marks", plan.marks, part_count);
    fields.object("hairline", plan.hairline);
    fields.object("zones", plan.zones);
    fields.list("areas", plan.areas, part_count);
    fields.object("follicles", plan.follicles);
    fields.object("needle", plan.needle);
    fields.object("hand", plan.hand);
    fields.list("sessions", plan.sessions, session_count);
    fields.integer("seed", plan.seed, seed_range);
}

} // namespace healed::project
