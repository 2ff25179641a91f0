#pragma once

#include <limits>
#include <optional>
#include <string>

namespace healed::validation {

/// How far ours may lie from the reference. Of several deviations the widest counts; bounds hold besides.
/// Named where it is used: {.relative = 0.005}, {.standard_errors = 3, .standard_error = s},
/// {.at_least = 0.70, .at_most = 0.76}.
struct Allowed {
    double relative = 0.0;        ///< share of the reference
    double absolute = 0.0;        ///< in the unit of ours
    double standard_errors = 0.0; ///< so many of the next
    double standard_error = 0.0;  ///< in the unit of ours
    double at_least = -std::numeric_limits<double>::infinity();
    double at_most = std::numeric_limits<double>::infinity();
    bool informative = false; ///< shown for comparison, never outside and not counted
};

/// One number of ours beside the one it is held against.
struct Row {
    std::string what;
    double ours = std::numeric_limits<double>::quiet_NaN();
    std::optional<double> reference; ///< empty where only bounds are published
    Allowed allowed;
    std::string source; ///< publication or code behind the reference
};

/// Whether ours is where it may be. NaN never is. A reference without any deviation and any bound must be met
/// to the last digit.
bool inside(const Row& row);

/// How much of what is allowed is used up: 0 in the middle, 1 at the limit, above 1 outside. For sorting.
double strain(const Row& row);

/// "0.5 %", "3 s.e. (±0.0004)", "0.7 … 0.76", "at most 0.45", "for information".
std::string allowed_words(const Row& row);

} // namespace healed::validation
