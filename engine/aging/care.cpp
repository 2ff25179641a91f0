#include "aging/care.h"

#include "aging/constants.h"

#include <algorithm>

namespace healed::aging {

using namespace constant;

namespace {

/// How much too soon something came: 1 at once, 0 when its time had come.
double haste(double from_day, double advised_day) {
    return std::clamp(1.0 - from_day / advised_day, 0.0, 1.0);
}

} // namespace

double crust_detachment_day(const Care& care) {
    double day = crust_day;
    const auto softened = [&](double from_day, double advised_day) {
        if (from_day < advised_day)
            day = std::min(day, from_day + crust_softening);
    };
    softened(care.water_from_day, advised_water_day);
    softened(care.sweat_from_day, advised_sweat_day);
    softened(care.shave_from_day, advised_shave_day);
    return day;
}

double kept_by_care(const Care& care, double days, double crust_left) {
    const double torn = water_cost * haste(care.water_from_day, advised_water_day) +
                        sweat_cost * haste(care.sweat_from_day, advised_sweat_day) +
                        shave_cost * haste(care.shave_from_day, advised_shave_day);
    // What pools and sun take, they take bit by bit until the skin has closed.
    const double soaking = advised_pool_day - care.pool_from_day;
    const double soaked = soaking > 0.0 ? std::clamp((days - care.pool_from_day) / soaking, 0.0, 1.0) : 0.0;
    return (1.0 - torn * (1.0 - crust_left)) *
           (1.0 - pool_cost * haste(care.pool_from_day, advised_pool_day) * soaked);
}

} // namespace healed::aging
