#include "color/daylight.h"

#include <cassert>

namespace healed::color {

Xyz daylight_white(double kelvin) {
    assert(kelvin >= 4000.0 && kelvin <= 25000.0);
    const double u = 1000.0 / kelvin;
    const double x = kelvin <= 7000.0 ? 0.244063 + u * (0.09911 + u * (2.9678 - 4.6070 * u))
                                      : 0.237040 + u * (0.24748 + u * (1.9018 - 2.0064 * u));
    const double y = -0.275 + x * (2.870 - 3.000 * x);
    return {x / y, 1.0, (1.0 - x - y) / y};
}

} // namespace healed::color
