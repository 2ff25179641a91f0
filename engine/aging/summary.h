#pragma once

#include "aging/age.h"

#include <map>
#include <string>

namespace healed::aging {

/// The ink of a whole plan at a time.
struct Summary {
    double at_years;                            ///< on the plan's clock
    std::size_t dots;                           ///< made by then
    std::map<std::string, double> delivered_ng; ///< by pigment, by then
    std::map<std::string, double>
        ink_left;         ///< by pigment: share left of what was delivered by then, crust included, 0 … 1
    double ferric_ng;     ///< magnetite that has turned to ferric red
    double darkened_ng;   ///< oxide that a laser has turned dark
    double mean_depth_mm; ///< weighted by the ink left in the skin
    double mean_diameter_mm; ///< of the dots made by then
};

Summary summarize(std::span<const treatment::Dot> dots, const Course& course, double years);

} // namespace healed::aging
