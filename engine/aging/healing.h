#pragma once

#include "aging/care.h"

namespace healed::aging {

/// How far healing has come since a session: what is the same for all dots of that session.
struct HealingStage {
    double days;
    double crust;          ///< share of the delivered ink still in the crust
    double crust_cover;    ///< share of the crust's area that has dried and is still attached, 0 … 1
    double epidermis_left; ///< share left of the ink that lay in the epidermis, 1 … 0
    double open_days;      ///< days so far during which ink could leave through the epidermis
    double redness;        ///< Δa* at the dot
    double flakes;         ///< share of the treated skin under loose flakes, 0 … 1
    double veil;           ///< loss of contrast, 0 … 1: what the thick young epidermis scatters (veil.h)
    double swelling;       ///< 1 fresh … 0 settled: how much of the change of size is still to come
    double kept;           ///< share of the ink in the skin that care has spared
};
/// PHYSICS section 4, healing; constants.h. `days` at least 0.
HealingStage healing_stage(double days, const Care& care = {});

/// Ink of a dot before anything happens: the part of its Gaussian profile above the epidermis' floor, and the
/// rest. The profile decides only here; every rate below takes the centroid, for which it was calibrated.
struct Placement {
    double epidermal_share;    ///< of the ink that is not in the crust
    double epidermal_depth_mm; ///< centroid of that part
    double dermal_depth_mm;    ///< centroid of the rest
    double dermal_sd_mm;
};
Placement placement(double depth_mm);

/// Loss through the healing epidermis at a depth, 1/d.
double transepidermal_rate(double depth_mm);

/// Ink of one pigment where it is, as shares of what was delivered. What is missing to 1 with the crust has
/// been shed, drained or cleared.
struct Compartments {
    double epidermal = 0.0;
    double free = 0.0;      ///< between the cells of the dermis
    double settled = 0.0;   ///< taken up by macrophages: what stays for years
    double fragments = 0.0; ///< broken up by a laser, on their way out
    double ferric = 0.0;    ///< magnetite that has turned to ferric red
    double darkened = 0.0;  ///< oxide that a laser has reduced to a dark one

    double in_dermis() const { return free + settled + fragments; }
};
Compartments fresh(const Placement& place);

/// What acts during a piece of time in which nothing changes, per day.
struct DailyRates {
    double leak;        ///< through the open epidermis
    double clearance;   ///< of settled ink
    double into_ferric; ///< part of the cleared ink that comes back as ferric red, 0 … 1
    double ferric_clearance;
    double dark_clearance;
};
/// Exact solution over `days`: free → settled or drained, settled → cleared or ferric, and so on.
Compartments after(const Compartments& before, const DailyRates& rates, double days);

/// (exp(-a t) - exp(-b t)) / (b - a), also where the rates meet: what a first-order chain holds in its second
/// place.
double chain(double a, double b, double t);

} // namespace healed::aging
