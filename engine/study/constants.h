#pragma once

#include "base/constant.h"

#include <array>
#include <span>

/// Every number of the people studied and of what satisfies them.
namespace healed::study::constant {

using enum Evidence;

// A table reads in rows.
// clang-format off

inline constexpr Constant immune_sd{"study.people.immune_log_sd", 0.30, "1", 0.20, 0.45, Assumed, "calibrated: how far touch-up intervals of practice spread"};
inline constexpr Constant age_mean{"study.people.age_mean", 42.0, "y", 35.0, 50.0, Assumed, "clients of practice are mostly men of 25-65"};
inline constexpr Constant age_sd{"study.people.age_sd", 11.0, "y", 8.0, 14.0, Assumed, "clients of practice are mostly men of 25-65"};
inline constexpr Constant dry_share{"study.people.dry_share", 0.25, "1", 0.1, 0.4, Assumed, "direction from practice: oily skin fades faster"};
inline constexpr Constant oily_share{"study.people.oily_share", 0.25, "1", 0.1, 0.4, Assumed, "direction from practice: oily skin fades faster"};
inline constexpr Constant dry_factor{"study.people.dry_factor", 0.9, "1", 0.8, 1.0, Assumed, "clearance on dry skin against normal"};
inline constexpr Constant oily_factor{"study.people.oily_factor", 1.25, "1", 1.1, 1.4, Assumed, "clearance on oily skin against normal"};
inline constexpr Constant smoker_share{"study.people.smoker_share", 0.22, "1", 0.1, 0.35, Assumed, "share of adults who smoke"};
inline constexpr Constant ambient_median{"study.people.ambient_median", 5500.0, "SED/y", 3600.0, 7000.0, Assumed, "middle latitudes; in keeping with Godar 2005"};
inline constexpr Constant ambient_sd{"study.people.ambient_log_sd", 0.45, "1", 0.3, 0.6, Assumed, "from 60 to 28 degrees of latitude"};
inline constexpr Constant indoor_fraction{"study.people.indoor_fraction", 0.03, "1", 0.02, 0.05, Literature, "dose of an indoor worker over ambient (Godar 2005)"};
inline constexpr Constant outdoor_fraction{"study.people.outdoor_fraction", 0.10, "1", 0.07, 0.15, Literature, "dose of an outdoor worker over ambient (Godar 2005)"};
inline constexpr Constant outdoor_share{"study.people.outdoor_share", 0.15, "1", 0.05, 0.25, Assumed, "clients who work outdoors"};
inline constexpr Constant fraction_sd{"study.people.fraction_log_sd", 0.35, "1", 0.2, 0.5, Assumed, "between people of one way of life"};
inline constexpr Constant daily_share{"study.people.daily_share", 0.25, "1", 0.1, 0.4, Assumed, "clients who protect their scalp every day"};
inline constexpr Constant occasional_share{"study.people.occasional_share", 0.40, "1", 0.25, 0.55, Assumed, "clients who protect it now and then"};
/// Fitzpatrick I … VI, shares adding up to 1.
inline constexpr std::array<Constant, 6> type_share{{
    {"study.people.type_share.I", 0.05, "1", 0.02, 0.10, Assumed, "a city's clients"},
    {"study.people.type_share.II", 0.25, "1", 0.15, 0.35, Assumed, "a city's clients"},
    {"study.people.type_share.III", 0.30, "1", 0.20, 0.40, Assumed, "a city's clients"},
    {"study.people.type_share.IV", 0.20, "1", 0.10, 0.30, Assumed, "a city's clients"},
    {"study.people.type_share.V", 0.12, "1", 0.05, 0.20, Assumed, "a city's clients"},
    {"study.people.type_share.VI", 0.08, "1", 0.03, 0.15, Assumed, "a city's clients"},
}};
inline constexpr Constant depth_sd{"study.hand.depth_sd", 0.033, "mm", 0.02, 0.05, Assumed, "of the mean resting depth between clients of one practice"};
inline constexpr Constant size_cv{"study.hand.size_cv", 0.05, "1", 0.0, 0.10, Assumed, "of the mean footprint between clients; smaller than between dots"};
inline constexpr Constant load_cv{"study.hand.load_cv", 0.10, "1", 0.0, 0.20, Assumed, "of the mean ink a dot between clients; smaller than between dots"};

inline constexpr Constant kept_contrast{"study.judgement.kept_contrast", 0.74, "1", 0.45, 0.90, Assumed, "calibrated: share of the healed contrast (delta E 2000 to bare skin) below which the median client wants a touch-up; set so that 73 % are content at three years"};
inline constexpr Constant kept_contrast_sd{"study.judgement.kept_contrast_sd", 0.05, "1", 0.02, 0.08, Assumed, "calibrated: how far clients differ in that"};
inline constexpr Constant bluest{"study.judgement.bluest", 1.12, "1", 1.05, 1.20, Assumed, "delta b* per delta L* of the ink's darkness in neutral carbon, over that of the same dots healed at the right depth"};
inline constexpr Constant right_depth{"study.judgement.right_depth", 0.27, "mm", 0.21, 0.34, Assumed, "calibrated: resting depth of dots that stay crisp and last for years"};
inline constexpr Constant helmet_dots{"study.judgement.helmet_dots", 320.0, "1/cm2", 250.0, 400.0, Assumed, "dots that show on a square centimetre beyond which the zone reads as a helmet; a dense head has 190-270 hairs there"};
inline constexpr Constant dot_shows{"study.judgement.dot_shows", 0.25, "1", 0.10, 0.50, Assumed, "share of the light that a healed dot takes below which it is no longer seen as a dot"};
inline constexpr Constant helmet_between{"study.judgement.helmet_between", 0.80, "1", 0.70, 0.90, Assumed, "share of skin between dots below which the zone reads as a helmet"};
inline constexpr Constant least_seen{"study.judgement.least_seen", 1.0, "delta E 2000", 0.5, 1.5, Literature, "to bare skin: about what an eye just tells apart side by side"};
inline constexpr Constant largest_dot{"study.judgement.largest_dot", 0.25, "mm", 0.20, 0.30, Assumed, "mean diameter beyond which dots read as blotches"};
inline constexpr Constant strongest_cast{"study.judgement.strongest_cast", 3.0, "delta E 2000", 2.0, 4.0, Assumed, "of the dots themselves against equally light carbon: seen by anyone"};

// clang-format on

} // namespace healed::study::constant

namespace healed::study {

/// All of the above, themselves and not copies, so that one of them can be tried at another value.
std::span<const Constant* const> constants();

} // namespace healed::study
