#pragma once

#include "ink/ink.h"
#include "treatment/dot.h"
#include "treatment/plan.h"

#include <array>

namespace healed::aging {

/// What one laser pass does to pigment at the surface; at a depth exp(-depth/length) of it. Light that heats
/// a pigment breaks it up, and macrophages and lymph carry the fragments off over weeks. Ferric oxide and
/// titanium dioxide are reduced to dark oxides instead of clearing: the paradoxical darkening.
struct LaserEffect {
    using PerPigment = std::array<double, treatment::max_pigments>;

    double at_years;        ///< on the plan's clock
    PerPigment broken_up{}; ///< share, 0 … 1
    PerPigment reduced{};   ///< share turned dark, 0 … 1
    double ferric_broken_up, ferric_reduced;
    double dark_broken_up;
    double length_mm;
};

/// For the pigments of an ink in skin of a Fitzpatrick type, 1 … 6. Throws Error for an unknown pigment.
LaserEffect laser_effect(const treatment::LaserPass& pass, const ink::Ink& ink, const ink::Library& library,
                         int fitzpatrick);

} // namespace healed::aging
