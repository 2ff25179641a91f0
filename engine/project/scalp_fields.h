#pragma once

#include "project/fields.h"

namespace healed::project {

/// Keys, ranges and order of what a scalp is like: places, losses, marks.

inline constexpr std::array<std::string_view, 3> ludwig_words{"I", "II", "III"};
inline constexpr std::array<std::string_view, 5> loss_words{"ludwig", "diffuse", "areata", "total",
                                                            "scarring"};
inline constexpr std::array<std::string_view, 5> mark_words{"strip-scar", "dot-scars", "burn", "birthmark",
                                                            "vitiligo"};
inline constexpr Count place_count{1, 64}; // of a line on the scalp
inline constexpr Count part_count{0, 64};  // of losses, marks and areas

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

} // namespace healed::project
