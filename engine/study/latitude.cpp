#include "study/latitude.h"

#include <cmath>

namespace healed::study {

double ambient_sed_per_year(double latitude_deg) {
    const auto& known = constant::northern_sun;
    const double latitude = std::abs(latitude_deg);
    std::size_t i = 1;
    while (i + 1 < known.size() && latitude > known[i].latitude_deg)
        ++i;
    const double share =
        (latitude - known[i - 1].latitude_deg) / (known[i].latitude_deg - known[i - 1].latitude_deg);
    const double north = std::lerp(static_cast<double>(known[i - 1].sed_per_year),
                                   static_cast<double>(known[i].sed_per_year), share);
    return latitude_deg < 0.0 ? constant::southern_sun * north : north;
}

} // namespace healed::study
