#pragma once

#include "validation/context.h"
#include "validation/row.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace healed::validation {

/// Checks that belong together: one file that gives its name, what it holds, and how its rows are made.
struct Family {
    std::string_view name;  ///< for --only, e.g. "half-spaces"
    std::string_view title; ///< one line for people
    double usual_s;         ///< wall time on two cores; divides the progress bar
    std::vector<Row> (*rows)(Context&);
};

/// All families in the order in which they run. A new one is a file here and its name in families.cpp.
std::span<const Family> families();

/// Those named, in the order of the list. Throws Error for an unknown name, listing the known ones.
std::vector<Family> families_named(const std::vector<std::string>& names);

/// A family's rows and what it took. A family that could not run (no folder, no device) has one row that says
/// why and is outside.
struct Verdict {
    Family family;
    std::vector<Row> rows;
    double seconds;

    std::size_t checks() const;  ///< rows that are not for information only
    std::size_t outside() const; ///< of those, the ones that do not hold
};

Verdict run(const Family& family, Context& context);

} // namespace healed::validation
