#include "study/hair_bands.h"

#include "skin/optics.h"

#include <cmath>

namespace healed::study {

double hair_absorption_per_mm(const treatment::Follicles& follicles, double wavelength_nm) {
    constexpr double stated_nm = 550.0, pheomelanin_power = -4.75;
    return follicles.eumelanin_per_mm * skin::melanosome_absorption_per_mm(wavelength_nm) /
               skin::melanosome_absorption_per_mm(stated_nm) +
           follicles.pheomelanin_per_mm * std::pow(wavelength_nm / stated_nm, pheomelanin_power);
}

transport::BandValues hair_absorption_per_mm(const treatment::Follicles& follicles) {
    transport::BandValues values;
    for (std::size_t band = 0; band < transport::band_count; ++band)
        values[band] = static_cast<float>(hair_absorption_per_mm(follicles, transport::band_nm[band]));
    return values;
}

} // namespace healed::study
