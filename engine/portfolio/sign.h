#pragma once

#include "portfolio/work.h"

#include <span>
#include <string_view>

namespace healed::portfolio {

/// A number by which practice tells right work from wrong.
struct Sign {
    std::string_view name; ///< as mistakes name it
    std::string_view unit;
    std::string_view meaning;
    double least; ///< what nobody tells from nothing: compared as this much
    double (*of)(const Work& work, double years);
};

/// All of them, in the order of the alphabet.
std::span<const Sign> signs();

/// Throws Error that lists the known names.
const Sign& sign(std::string_view name);

/// Wrong work's value over the right work's, neither counted as less than what can be told from nothing.
double times_right(const Sign& sign, double wrong, double right);

} // namespace healed::portfolio
