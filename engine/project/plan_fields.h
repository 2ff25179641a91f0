#pragma once

#include "project/scalp_fields.h"

namespace healed::project {

/// Keys, ranges and order of the plan within the file.

inline constexpr std::array<std::string_view, 8> norwood_words{"I",  "II", "III", "III-vertex",
                                                               "IV", "V",  "VI",  "VII"};
inline constexpr std::array<std::string_view, 3> layout_words{"natural", "chance", "rows"};
inline constexpr std::array<std::string_view, treatment::region_count> zone_words{"front", "mid_scalp",
                                                                                  "crown", "sides", "back"};
inline constexpr Range seed_range{0, 9007199254740991.0}; // what every JSON reader keeps exactly: 2^53 - 1
inline constexpr Count session_count{1, 20};
inline constexpr Count curve_count{0, 64}; // of the places of a drawn hairline or parting

template <typename Fields>
void walk(Fields& fields, treatment::Hairline& hairline) {
    fields.number("height_over_brow_mm", hairline.height_over_brow_mm, {35, 110});
    fields.number("temple_recession_mm", hairline.temple_recession_mm, {0, 50});
    fields.number("width_mm", hairline.width_mm, {80, 170});
    fields.number("irregularity_mm", hairline.irregularity_mm, {0, 12});
    fields.number("feather_mm", hairline.feather_mm, {0, 30});
    fields.maybe_number("temple_angle_deg", hairline.temple_angle_deg, {50, 150});
    fields.list("curve", hairline.curve, curve_count);
}

template <typename Fields>
void walk(Fields& fields, treatment::LongHair& hair) {
    fields.number("length_mm", hair.length_mm, {30, 600});
    fields.number("wave", hair.wave, {0, 1});
    fields.list("parting", hair.parting, curve_count);
}

template <typename Fields>
void walk(Fields& fields, treatment::TestChart& chart) {
    constexpr Count squares{1, 12};
    fields.object("middle", chart.middle);
    fields.numbers("footprints_mm", chart.footprints_mm, {0.1, 1.5}, squares);
    fields.numbers("depths_mm", chart.depths_mm, {0.03, 3}, squares);
    fields.number("spacing_mm", chart.spacing_mm, {0.3, 5});
    fields.integer("dots", chart.dots, {1, 30});
    fields.number("gap_mm", chart.gap_mm, {0, 20});
}

template <typename Fields>
void walk(Fields& fields, treatment::Needle& needle) {
    fields.integer("points", needle.points, {1, 14});
    fields.number("gauge_mm", needle.gauge_mm, {0.15, 0.5});
    fields.number("footprint_mm", needle.footprint_mm, {0.1, 1.5});
    fields.number("setting_mm", needle.setting_mm, {0.3, 6});
    fields.number("resting_depth_mm", needle.resting_depth_mm, {0.03, 3});
    fields.number("tilt_deg", needle.tilt_deg, {0, 60});
    fields.number("dwell", needle.dwell, {0.3, 5});
    fields.number("pressure", needle.pressure, {0.5, 3});
    fields.number("ink_load", needle.ink_load, {0.2, 3});
    fields.boolean("follows_growth", needle.follows_growth);
}

template <typename Fields>
void walk(Fields& fields, treatment::Hand& hand) {
    fields.number("depth_sd_mm", hand.depth_sd_mm, {0, 0.5});
    fields.number("size_cv", hand.size_cv, {0, 0.6});
    fields.number("load_cv", hand.load_cv, {0, 1});
    fields.number("place_sd_mm", hand.place_sd_mm, {0, 1});
    fields.number("missed", hand.missed, {0, 0.5});
    fields.number("doubled", hand.doubled, {0, 0.5});
    fields.word("layout", hand.layout, layout_words);
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
    fields.number("compensation", session.compensation, {0, 1});
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
    fields.maybe_list("strokes", plan.strokes, stroke_count);
    fields.object("follicles", plan.follicles);
    fields.object("needle", plan.needle);
    fields.object("hand", plan.hand);
    fields.list("sessions", plan.sessions, session_count);
    fields.maybe_object("long_hair", plan.long_hair);
    fields.maybe_object("test_chart", plan.test_chart);
    fields.integer("seed", plan.seed, seed_range);
}

} // namespace healed::project
