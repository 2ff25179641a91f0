#pragma once

#include "base/constant.h"

#include <array>

namespace healed::study {

namespace constant {

using enum Evidence;

// A table reads in rows.
// clang-format off
inline constexpr Constant southern_sun{"study.people.southern_sun", 1.3, "1", 1.1, 1.4, Assumed, "dose in the south over that at the same northern latitude: less ozone, cleaner air, a nearer summer sun"};
struct SunAtLatitude {
    double latitude_deg;
    Constant sed_per_year;
};
inline constexpr std::array<SunAtLatitude, 5> northern_sun{{
    {0.0, {"study.people.sun_at_0", 11500.0, "SED/y", 9000.0, 14000.0, Assumed, "extrapolated"}},
    {28.0, {"study.people.sun_at_28N", 9000.0, "SED/y", 7500.0, 10500.0, Assumed, "recalled; in keeping with Godar 2005"}},
    {40.0, {"study.people.sun_at_40N", 6300.0, "SED/y", 5000.0, 7500.0, Assumed, "recalled; in keeping with Godar 2005"}},
    {50.0, {"study.people.sun_at_50N", 3600.0, "SED/y", 3000.0, 4500.0, Assumed, "recalled; in keeping with Godar 2005"}},
    {60.0, {"study.people.sun_at_60N", 2300.0, "SED/y", 1800.0, 3000.0, Assumed, "recalled; in keeping with Godar 2005"}},
}};
// clang-format on
} // namespace constant

/// Erythemal dose on a level plane outdoors in a year, SED, at a latitude of -70 … 70°, south negative:
/// linear between the latitudes that are known, and on beyond 60°.
double ambient_sed_per_year(double latitude_deg);

} // namespace healed::study
