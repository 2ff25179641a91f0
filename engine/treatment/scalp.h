#pragma once

#include "treatment/area.h"

#include <optional>
#include <vector>

/// The hair that a scalp brings to a treatment, and what becomes of it.
namespace healed::treatment {

/// How much of the natural hair is gone: Hamilton–Norwood stage.
enum class Norwood { I, II, III, IIIVertex, IV, V, VI, VII };

/// How far the parting of a woman's hair has widened: Ludwig's stage.
enum class Ludwig { I, II, III };

/// A cause of missing hair besides the Norwood stage. Several causes multiply.
struct Loss {
    enum class Pattern {
        Ludwig,  ///< thinning of the top behind a kept front
        Diffuse, ///< thinning everywhere
        Areata,  ///< bare patches in `areas`
        Total,   ///< no hair at all
        Scarring ///< as areata, but the follicles' mouths are gone too and the edge is moth-eaten
    };
    Pattern pattern = Pattern::Ludwig;
    Ludwig stage = Ludwig::I; ///< for Ludwig
    double remaining = 0.6;   ///< share of the hair that diffuse thinning leaves, 0 … 1
    std::vector<Area> areas;  ///< for areata and scarring
    double share = 1.0;       ///< of the way from no loss to this one, 0 … 1
};

/// Hair moved by surgery into the planned hairline's front and mid-scalp before the treatment.
struct Transplant {
    double units_per_cm2 = 0.0; ///< 0 … 60
};

/// Density of follicular units in each region against that of the whole scalp, each 0.3 … 2.
struct RegionalDensity {
    double front = 1.0, mid_scalp = 1.0, crown = 1.0, sides = 1.0, back = 1.0;
};

/// The follicular pattern that the treatment imitates and that stubble grows in.
struct Follicles {
    double units_per_cm2 = 85.0;    ///< natural density of follicular units, 20 … 150
    double hairs_per_unit = 2.1;    ///< 1 … 4
    double hair_radius_mm = 0.035;  ///< 0.01 … 0.08
    double hair_angle_deg = 45.0;   ///< between hair and skin, 15 … 90
    double stubble_mm = 0.4;        ///< length of the shaved hair above the skin, 0 … 10
    double eumelanin_per_mm = 26.0; ///< absorption of the hair cortex at 550 nm, 1/mm (dark brown), 0 … 60
    double pheomelanin_per_mm = 0.0; ///< the same by the melanin of red hair, 0 … 30
    RegionalDensity regions;
    int whorls = 1;          ///< 1 or 2
    double grey_share = 0.0; ///< of the hairs that have no melanin when the plan starts, 0 … 1
};

/// Every hair has a follicle of its own; a treatment at 100 % sets one dot for each that is missing.
inline double follicles_per_cm2(const Follicles& follicles) {
    return follicles.units_per_cm2 * follicles.hairs_per_unit;
}

/// Where hair is to be at a time; between two such times it goes evenly.
struct HairChange {
    double at_years = 10.0;           ///< 0 … 50
    std::optional<Norwood> norwood;   ///< how much is gone by then
    std::vector<Loss> losses;         ///< that have come on top of those before
    std::optional<double> grey_share; ///< of the hairs, 0 … 1
};

} // namespace healed::treatment
