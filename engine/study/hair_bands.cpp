#include "study/hair_bands.h"

#include "skin/optics.h"

namespace healed::study {

transport::BandValues hair_absorption_per_mm(double at_550_per_mm) {
    const double at_550 = skin::melanosome_absorption_per_mm(550.0);
    transport::BandValues values;
    for (std::size_t band = 0; band < transport::band_count; ++band)
        values[band] = static_cast<float>(
            at_550_per_mm * skin::melanosome_absorption_per_mm(transport::band_nm[band]) / at_550);
    return values;
}

} // namespace healed::study
