#pragma once

#include "project/fields.h"

namespace healed::project {

/// Keys, ranges and order of what a scalp is like: places, losses, marks.

inline constexpr std::array<std::string_view, 3> ludwig_words{"I", "II", "III"};
inline constexpr std::array<std::string_view, 5> loss_words{"ludwig", "diffuse", "areata", "total",
                                                            "scarring"};
inline constexpr std::array<std::string_view, 5> mark_words{"strip-scar", "dot-scars", "burn", "birthmark",
                                                            "vitiligo"};
inline constexpr std::array<std::string_view, 3> stroke_words{"density", "erase", "comb"};
inline constexpr Count place_count{1, 64};   // of a line on the scalp
inline constexpr Count part_count{0, 64};    // of losses, marks and areas
inline constexpr Count stroke_count{0, 500}; // of the brush, some hours of painting
inline constexpr Count stroke_place_count{1, treatment::most_stroke_places};

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
void walk(Fields& fields, treatment::Stroke& stroke) {
    fields.word("kind", stroke.kind, stroke_words);
    fields.list("along", stroke.along, stroke_place_count);
    fields.number("radius_mm", stroke.radius_mm, {1, 60});
    fields.number("softness", stroke.softness, {0, 1});
    fields.number("density", stroke.density, {-1, 1});
    fields.boolean("mirrored", stroke.mirrored);
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
void walk(Fields& fields, treatment::RegionalDensity& regions) {
    constexpr Range range{0.3, 2};
    fields.number("front", regions.front, range);
    fields.number("mid_scalp", regions.mid_scalp, range);
    fields.number("crown", regions.crown, range);
    fields.number("sides", regions.sides, range);
    fields.number("back", regions.back, range);
}

template <typename Fields>
void walk(Fields& fields, treatment::Follicles& follicles) {
    fields.number("units_per_cm2", follicles.units_per_cm2, {20, 150});
    fields.number("hairs_per_unit", follicles.hairs_per_unit, {1, 4});
    fields.number("hair_radius_mm", follicles.hair_radius_mm, {0.01, 0.08});
    fields.number("hair_angle_deg", follicles.hair_angle_deg, {15, 90});
    fields.number("stubble_mm", follicles.stubble_mm, {0, 10});
    fields.number("eumelanin_per_mm", follicles.eumelanin_per_mm, {0, 60});
    fields.number("pheomelanin_per_mm", follicles.pheomelanin_per_mm, {0, 30});
    fields.object("regions", follicles.regions);
    fields.integer("whorls", follicles.whorls, {1, 2});
    fields.number("grey_share", follicles.grey_share, {0, 1});
}

} // namespace healed::project
