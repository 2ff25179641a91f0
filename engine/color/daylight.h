#pragma once

#include "color/observer.h"

namespace healed::color {

/// White of the CIE daylight of a correlated colour temperature, 4000 … 25000 K, for the 2° observer; y is 1
/// (CIE 015:2018, 4.1.2).
Xyz daylight_white(double kelvin);

} // namespace healed::color
