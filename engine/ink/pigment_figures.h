#pragma once

#include "ink/ink.h"

namespace healed::ink {

/// One number of a pigment, as Constant says it, but from a file.
struct PigmentFigure {
    std::string name;
    double value;
    std::string unit;
    double low, high; ///< range that it may be moved in
    Evidence evidence;
    std::string source;
};

/// How a pigment absorbs at 550 nm, bleaches and is cleared, for people. Ranges: light loss by one class of
/// the blue-wool scale either way, absorption by its height being assumed or computed, the others assumed.
std::vector<PigmentFigure> figures(const Pigment& pigment);

} // namespace healed::ink
