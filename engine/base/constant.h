#pragma once

#include "base/table.h"

#include <string_view>
#include <type_traits>

namespace healed {

/// One number of a model with everything that has to be said about it. `healed model` prints these.
struct Constant {
    std::string_view name; ///< floor.topic.quantity
    double value;
    std::string_view unit; ///< "1" for a pure number
    double low, high;      ///< range that it may be moved in
    Evidence evidence;
    std::string_view source; ///< "calibrated" opens the source of a number fitted to practitioners' figures

    /// The value, or the one on trial (ConstantTrial).
    constexpr operator double() const;
};

/// Lets one constant have another value everywhere in the program for as long as the trial lives: what a
/// table of sensitivities asks. One trial at a time, begun and ended while nothing else computes. Tables that
/// were filled before keep what they hold, as do constants that only stand in constant expressions.
class ConstantTrial {
  public:
    ConstantTrial(const Constant& constant, double value) {
        tried_ = &constant;
        value_ = value;
    }
    ConstantTrial(const ConstantTrial&) = delete;
    ConstantTrial& operator=(const ConstantTrial&) = delete;
    ~ConstantTrial() { tried_ = nullptr; }

  private:
    friend struct Constant;
    static inline const Constant* tried_ = nullptr;
    static inline double value_ = 0.0;
};

constexpr Constant::operator double() const {
    if (std::is_constant_evaluated())
        return value;
    return this == ConstantTrial::tried_ ? ConstantTrial::value_ : value;
}

} // namespace healed
