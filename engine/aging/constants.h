#pragma once

#include "aging/size_constants.h"
#include "base/constant.h"

#include <array>
#include <span>

/// Every number of the model of time, in one place. Depths are centroids of the ink of a dot below the
/// surface.
namespace healed::aging::constant {

using enum Evidence;

// A table reads in rows.
// clang-format off

inline constexpr Constant epidermis{"aging.healing.epidermis", 0.08, "mm", 0.06, 0.10, Literature, "scalp epidermis 60-100 um; all-site mean 99.75 um (PMC5685878)"};
inline constexpr Constant profile_sd{"aging.healing.profile_sd", 0.08, "mm", 0.04, 0.12, Assumed, "vertical spread of the ink of one dot"};
inline constexpr Constant crust_share{"aging.healing.crust_share", 0.12, "1", 0.05, 0.20, Assumed, "share of the delivered ink that dries into the crust"};
inline constexpr Constant crust_day{"aging.healing.crust_day", 5.5, "d", 4.0, 7.0, Literature, "practice: scabs lift off on days 4-7"};
inline constexpr Constant crust_width{"aging.healing.crust_width", 0.6, "d", 0.3, 1.2, Assumed, "how sharply the detachment sets in"};
inline constexpr Constant crust_rate{"aging.healing.crust_rate", 1.2, "1/d", 0.6, 2.4, Assumed, "detachment once it has set in"};
inline constexpr Constant crust_drying{"aging.healing.crust_drying", 0.4, "d", 0.2, 1.0, Assumed, "how fast serum and blood dry to a crust"};
inline constexpr Constant crust_width_ratio{"aging.healing.crust_width_ratio", 1.6, "1", 1.3, 2.2, Assumed, "crust over the needle's footprint; practice: scabs look larger and darker than the dots"};
inline constexpr Constant crust_blood{"aging.healing.crust_blood", 0.03, "mm", 0.01, 0.06, Assumed, "whole blood that dries into the crust, as a layer under all of it"};
inline constexpr Constant flake_day{"aging.healing.flake_day", 8.0, "d", 6.0, 11.0, Literature, "practice: dry flaking after the crusts, about days 5-12"};
inline constexpr Constant flake_sigma{"aging.healing.flake_sigma", 2.5, "d", 1.5, 4.0, Assumed, "length of the flaking"};
inline constexpr Constant flake_cover{"aging.healing.flake_cover", 0.35, "1", 0.1, 0.6, Assumed, "share of the treated skin under loose flakes at most"};
inline constexpr Constant advised_water_day{"aging.care.water_day", 4.0, "d", 3.0, 5.0, Literature, "practice: no washing for 4-5 days"};
inline constexpr Constant advised_sweat_day{"aging.care.sweat_day", 5.0, "d", 4.0, 7.0, Literature, "practice: no sport for 4-5 days"};
inline constexpr Constant advised_shave_day{"aging.care.shave_day", 10.0, "d", 7.0, 14.0, Literature, "practice: shaving after 10 days"};
inline constexpr Constant advised_pool_day{"aging.care.pool_day", 28.0, "d", 21.0, 30.0, Literature, "practice: 3-4 weeks without sun, pool and sauna"};
inline constexpr Constant crust_softening{"aging.care.crust_softening", 1.0, "d", 0.5, 2.0, Assumed, "from what softens a crust to its detachment"};
inline constexpr Constant water_cost{"aging.care.water_cost", 0.08, "1", 0.0, 0.15, Assumed, "ink lost by washing at once; all care together about 10-20 %"};
inline constexpr Constant sweat_cost{"aging.care.sweat_cost", 0.06, "1", 0.0, 0.15, Assumed, "ink lost by sport at once"};
inline constexpr Constant shave_cost{"aging.care.shave_cost", 0.12, "1", 0.0, 0.2, Assumed, "ink lost by shaving at once"};
inline constexpr Constant pool_cost{"aging.care.pool_cost", 0.10, "1", 0.0, 0.2, Assumed, "ink lost by pool and sun from the first day"};
inline constexpr Constant epidermal_tau{"aging.healing.epidermal_tau", 9.0, "d", 7.0, 12.0, Literature, "epidermal turnover of 28-45 d: 95 % out in 27 d"};
inline constexpr Constant uptake_rate{"aging.healing.macrophage_uptake", 0.7, "1/d", 0.3, 2.0, Literature, "macrophages take ink up within hours to days; recalled, not re-read"};
inline constexpr Constant lymph_rate{"aging.healing.lymph_drainage", 0.12, "1/d", 0.05, 0.25, Literature, "free ink reaches lymph nodes within a day, steady by day 7 (pig)"};
inline constexpr Constant transepidermal_start{"aging.healing.transepidermal_rate", 0.05, "1/d", 0.02, 0.10, Assumed, "loss through the open epidermis, at its base"};
inline constexpr Constant transepidermal_length{"aging.healing.transepidermal_length", 0.066, "mm", 0.04, 0.10, Assumed, "how fast that loss falls off below the epidermis"};
inline constexpr Constant closing_day{"aging.healing.closing_day", 30.0, "d", 21.0, 42.0, Literature, "epidermal elimination ends when the basement membrane is whole again, about a month (Lea and Pawlowski 1987)"};
inline constexpr Constant redness_start{"aging.healing.redness", 8.0, "delta a*", 4.0, 12.0, Assumed, "calibrated: redness is gone after 24-48 h"};
inline constexpr Constant redness_tau{"aging.healing.redness_tau", 0.9, "d", 0.6, 1.5, Assumed, "calibrated: redness is gone after 24-48 h"};
inline constexpr Constant redness_per_wound{"aging.healing.redness_per_wound", 0.5, "1", 0.2, 0.8, Assumed, "over-worked skin is redder, though less than in step with its wound: a power of it"};
inline constexpr Constant flake_reflectance{"aging.healing.flake_reflectance", 0.20, "1", 0.1, 0.35, Assumed, "what a dry flake sends back by itself; white, with air within"};
inline constexpr Constant veil_reference{"aging.healing.veil_reference", 0.35, "1", 0.3, 0.4, Assumed, "reflectance at 560 nm of the skin on which the veil costs its contrast: between types II and III"};
inline constexpr Constant veil_depth{"aging.healing.veil", 0.30, "1", 0.1, 0.5, Assumed, "contrast lost in the pale phase; practice describes it in words only"};
inline constexpr Constant veil_day{"aging.healing.veil_day", 12.0, "d", 9.0, 15.0, Assumed, "middle of the pale phase"};
inline constexpr Constant veil_sigma{"aging.healing.veil_sigma", 6.5, "d", 4.0, 9.0, Assumed, "length of the pale phase"};

inline constexpr Constant deep_clearance{"aging.clearance.deep", 0.020, "1/y", 0.005, 0.05, Assumed, "calibrated: what even deep tattoo ink loses"};
inline constexpr Constant papillary_clearance{"aging.clearance.papillary", 1.35, "1/y", 0.7, 2.5, Assumed, "calibrated to touch-up intervals of practice"};
inline constexpr Constant clearance_length{"aging.clearance.length", 0.113, "mm", 0.08, 0.16, Assumed, "calibrated to touch-up intervals of practice"};
inline constexpr Constant clearance_per_100_sed{"aging.clearance.per_100_sed", 0.24, "1", 0.12, 0.36, Assumed, "calibrated: sun speeds clearance up"};
inline constexpr Constant per_year_of_age{"aging.clearance.per_year_of_age", -0.006, "1/y", -0.012, 0.0, Assumed, "younger skin clears faster; direction from practice"};
inline constexpr Constant median_age{"aging.clearance.median_age", 42.0, "y", 30.0, 50.0, Assumed, "age at which the factor is 1"};
inline constexpr Constant smoker_factor{"aging.clearance.smoker", 1.12, "1", 1.0, 1.3, Assumed, "direction from practice"};
inline constexpr Constant per_weekly_swim{"aging.clearance.per_weekly_swim", 0.03, "1", 0.0, 0.06, Assumed, "chlorine; direction from practice"};
inline constexpr Constant occasional_exfoliant{"aging.clearance.occasional_exfoliant", 1.15, "1", 1.0, 1.3, Assumed, "acids and retinoids; direction from practice"};
inline constexpr Constant daily_exfoliant{"aging.clearance.daily_exfoliant", 1.35, "1", 1.2, 1.5, Assumed, "acids and retinoids; direction from practice"};
inline constexpr Constant ferric_share{"aging.clearance.ferric_share", 0.15, "1", 0.0, 0.3, Assumed, "share of the lost magnetite that comes back as ferric red"};
inline constexpr Constant ferric_clearance{"aging.clearance.ferric_factor", 1.15, "1", 0.8, 1.5, Assumed, "clearance of ferric red against carbon, as hematite"};

inline constexpr Constant vertex_dose{"aging.light.vertex_dose", 2.0, "1", 1.5, 2.5, Assumed, "dose on a bald vertex against that of a dosimeter worn upright"};
/// Outdoors on a level plane at 66, 45 and 27 degrees south, at the equator, and at 28, 40, 50, 60 and 66 degrees north.
inline constexpr std::array<Constant, 9> ambient_dose{{
    {"aging.light.ambient.66S", 1900.0, "SED/y", 1500.0, 2500.0, Assumed, "as the north, the southern half brighter"},
    {"aging.light.ambient.45S", 6000.0, "SED/y", 5000.0, 7000.0, Assumed, "as the north, the southern half brighter"},
    {"aging.light.ambient.27S", 12000.0, "SED/y", 10000.0, 13500.0, Literature, "climatologies, recalled, not re-read"},
    {"aging.light.ambient.0", 13500.0, "SED/y", 11500.0, 15000.0, Assumed, "between the known places"},
    {"aging.light.ambient.28N", 9000.0, "SED/y", 7500.0, 10500.0, Literature, "climatologies, recalled, not re-read"},
    {"aging.light.ambient.40N", 6300.0, "SED/y", 5300.0, 7300.0, Literature, "climatologies, recalled, not re-read"},
    {"aging.light.ambient.50N", 3600.0, "SED/y", 3000.0, 4200.0, Literature, "climatologies, recalled, not re-read"},
    {"aging.light.ambient.60N", 2300.0, "SED/y", 1900.0, 2700.0, Literature, "climatologies, recalled, not re-read"},
    {"aging.light.ambient.66N", 1700.0, "SED/y", 1400.0, 2100.0, Assumed, "beyond the known places"},
}};
inline constexpr Constant daily_protection{"aging.light.daily_protection", 0.15, "1", 0.05, 0.3, Assumed, "dose let through by SPF 50 or a hat every day"};
inline constexpr Constant occasional_protection{"aging.light.occasional_protection", 0.6, "1", 0.4, 0.8, Assumed, "dose let through by protection now and then"};
/// Fitzpatrick I … VI.
inline constexpr std::array<Constant, 6> melanin_dose{{
    {"aging.light.melanin.I", 1.15, "1", 1.0, 1.3, Literature, "Kaidbey 1979, fivefold between white and black"},
    {"aging.light.melanin.II", 1.0, "1", 1.0, 1.0, Literature, "reference of the scale"},
    {"aging.light.melanin.III", 0.8, "1", 0.7, 0.9, Literature, "Kaidbey 1979, interpolated"},
    {"aging.light.melanin.IV", 0.6, "1", 0.5, 0.7, Literature, "Kaidbey 1979, interpolated"},
    {"aging.light.melanin.V", 0.35, "1", 0.25, 0.45, Literature, "Kaidbey 1979, interpolated"},
    {"aging.light.melanin.VI", 0.2, "1", 0.15, 0.3, Literature, "Kaidbey 1979, fivefold between white and black"},
}};

inline constexpr Constant laser_clearance{"aging.laser.clearance", 0.94, "1", 0.6, 0.95, Assumed, "calibrated: share of a strong absorber at the surface that one pass breaks up; 1-2 passes clear shallow dots, up to 10 deep ones"};
inline constexpr Constant laser_half_absorption{"aging.laser.half_absorption", 0.4, "m2/g", 0.3, 3.0, Assumed, "calibrated with it: mass absorption of pigment that a pass breaks up half as well as a black one"};
inline constexpr Constant laser_depth{"aging.laser.depth", 0.6, "mm", 0.4, 1.2, Assumed, "1/e depth of a pass's effect at 1064 nm; less at shorter wavelengths, as light reaches"};
inline constexpr Constant laser_fragment_tau{"aging.laser.fragment_tau", 21.0, "d", 14.0, 35.0, Literature, "fragments are carried off over the 6-8 weeks between passes"};
inline constexpr Constant laser_darkening{"aging.laser.darkening", 0.30, "1", 0.1, 0.6, Assumed, "share of ferric oxide and TiO2 at the surface that a pass reduces to a dark oxide; paradoxical darkening is reported for both, its share is not"};
/// Fluence that the melanin of Fitzpatrick I … VI lets a practitioner use at 1064 nm.
inline constexpr std::array<Constant, 6> laser_skin{{
    {"aging.laser.skin.I", 1.0, "1", 1.0, 1.0, Assumed, "reference of the scale"},
    {"aging.laser.skin.II", 1.0, "1", 0.95, 1.0, Assumed, "lower fluence for darker skin, as practised"},
    {"aging.laser.skin.III", 0.92, "1", 0.85, 1.0, Assumed, "lower fluence for darker skin, as practised"},
    {"aging.laser.skin.IV", 0.8, "1", 0.7, 0.9, Assumed, "lower fluence for darker skin, as practised"},
    {"aging.laser.skin.V", 0.65, "1", 0.5, 0.8, Assumed, "lower fluence for darker skin, as practised"},
    {"aging.laser.skin.VI", 0.5, "1", 0.35, 0.65, Assumed, "lower fluence for darker skin, as practised"},
}};

// clang-format on

inline constexpr double days_per_year = 365.25;

} // namespace healed::aging::constant

namespace healed::aging {

/// All of the above, for people.
std::span<const Constant> constants();

} // namespace healed::aging
