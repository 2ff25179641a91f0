#pragma once

#include "aging/healing.h"
#include "aging/kinetics.h"

#include <vector>

namespace healed::aging {

/// A piece of time in which the epidermis stays as it is, and at whose end a laser may pass. Habits count by
/// their means: the clearance of settled ink is linear in them, so that is exact. Where ink turns into other
/// ink, pieces are cut at every change of habits too.
struct Piece {
    double days;
    bool open;         ///< whether ink leaks through the healing epidermis
    double factor;     ///< mean of clearance_factor
    double factor_sed; ///< mean of clearance_factor · dose per year, SED/y
    int pass = -1;     ///< of Kinetics::passes, at the end; or -1
};

/// All that passes between the making of dots and a time, the same for all dots of an appointment.
struct Lapse {
    HealingStage stage;
    Lived lived;
    std::vector<Piece> pieces;
};

/// `years` after the dots were made, at least 0.
Lapse lapse(const Kinetics& kinetics, double years);

} // namespace healed::aging
