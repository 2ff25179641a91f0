#pragma once

namespace healed::aging {

/// How far healing has come since a session: what is the same for all dots of that session.
struct HealingStage {
    double days;
    double crust;          ///< share of the delivered ink still in the crust
    double epidermis_left; ///< share left of the ink that lay in the epidermis, 1 … 0
    double open_days;      ///< days so far during which ink could leave through the epidermis
    double redness;        ///< Δa* at the dot
    double veil;           ///< loss of contrast, 0 … 1
    double swelling;       ///< 1 fresh … 0 settled: how much of the change of size is still to come
};
/// PHYSICS section 4, healing; constants.h. `days` at least 0.
HealingStage healing_stage(double days);

/// Where the delivered ink of a dot is, as shares of what was delivered. What is missing to 1 with the crust
/// has been shed or drained.
struct Compartments {
    double epidermal;
    double free;    ///< between the cells of the dermis
    double settled; ///< taken up by macrophages: what stays for years
};

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

/// Exact solution of free → settled or drained, both leaking at `leak_per_day` through the epidermis until it closes,
/// and settled ink cleared at `clearance_per_day`.
Compartments compartments(const HealingStage& stage, const Placement& place, double leak_per_day,
                          double clearance_per_day);

/// (exp(-a t) - exp(-b t)) / (b - a), also where the rates meet: what a first-order chain holds in its second
/// place.
double chain(double a, double b, double t);

} // namespace healed::aging
