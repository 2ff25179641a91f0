#pragma once

#include "treatment/area.h"

#include <vector>

namespace healed::treatment {

/// Squares of dots to look at side by side: one column a size, one row a depth, one block an ink (a session
/// of the plan, whose shade counts too). The scalp is shaved bare about them.
struct TestChart {
    Place middle{.forward_mm = 20.0, .left_mm = 0.0}; ///< on which the chart lies
    std::vector<double> footprints_mm{0.15, 0.24, 0.42,
                                      0.7}; ///< of the columns, from right to left; 0.1 … 1.5
    std::vector<double> depths_mm{0.14, 0.27, 0.42, 0.6,
                                  0.9}; ///< resting, of the rows from front to back; 0.03 … 3
    double spacing_mm = 0.75;           ///< between the dots of a square, 0.3 … 5
    int dots = 7;                       ///< along the side of a square, 1 … 30
    double gap_mm = 2.5;                ///< of bare skin between squares, 0 … 20; twice that between inks
};

} // namespace healed::treatment
