#pragma once

#include "base/table.h"

#include <string_view>

namespace healed {

/// One number of a model with everything that has to be said about it. `healed model` prints these.
struct Constant {
    std::string_view name; ///< floor.topic.quantity
    double value;
    std::string_view unit; ///< "1" for a pure number
    double low, high;      ///< range that it may be moved in
    Evidence evidence;
    std::string_view source; ///< "calibrated" opens the source of a number fitted to practitioners' figures

    constexpr operator double() const { return value; }
};

} // namespace healed
