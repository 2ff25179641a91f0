#pragma once

#include "aging/age.h"
#include "study/zone_colour.h"

#include <optional>
#include <span>

namespace healed::study {

/// Dots, where they stand and what becomes of them: a whole zone, a part of it, or one dot with its share of
/// the skin.
struct Region {
    std::span<const treatment::Dot> dots;
    const aging::Course& course;
    const InkBands& inks;
    double area_mm2; ///< above 0
};

/// A step in CIELAB, D65 unless the skin is seen otherwise.
struct Shift {
    double l = 0.0, a = 0.0, b = 0.0;
    /// On the a*b* plane: of the hue, not of the lightness.
    double hue() const;
};

/// Why a region's ink looks other than it did when healed. Every dot is held against itself at its own age of
/// 30 days (younger ones against themselves, as they are), without crust, flush and veil.
///
/// Three things are told apart. The *amount* of ink is the absorbing area of all dots, each band weighed by
/// the luminance that the bare skin sends back in it. *Depth* is where that amount lies: the centroid and
/// width of each dot, and how the amount is shared among dots, as shallow ones go first. *Ink* is the shape
/// of each dot's absorption spectrum. Each can be taken from day 30 or from now; fading is what the amount
/// alone does, and what is left of the shift is split between depth and ink by Shapley's value (the mean over
/// both orders of switching them), so that fading + optical + chemical is the whole shift, exactly.
struct TwoBlues {
    color::Lab healed, now;
    Shift fading, optical, chemical;
    /// |optical| / (|optical| + |chemical|) on the a*b* plane, and the rest, 0 … 1, adding up to 1; none
    /// where the two together come to less than `least_hue_shift`.
    std::optional<double> optical_share, chemical_share;
};
/// What nobody could tell apart in a* and b*.
inline constexpr double least_hue_shift = 0.1;

/// `years` on the plan's clock.
TwoBlues two_blues(const DarkGrid& grid, const ZoneSkin& skin, const Region& region, double years);

/// The blue that is there now, whatever it was before. All inks compared lie in the same dots and come to the
/// same L* by one factor on their amount.
struct StandingCast {
    double delta_e_2000; ///< against the same mass of carbon in each dot, scaled to equal L*
    double carbon_scale; ///< that factor
    Shift optical;       ///< flat (neutral) ink at these depths, against skin darkened evenly in all bands
    Shift ink;           ///< this ink against flat ink
};
StandingCast standing_cast(const DarkGrid& grid, const ZoneSkin& skin, const Region& region,
                           const transport::BandValues& carbon_mm2_per_ng, double years);

} // namespace healed::study
