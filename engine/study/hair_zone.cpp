#include "study/hair_zone.h"

#include "study/dark_grid.h"
#include "study/hair_bands.h"

namespace healed::study {

transport::BandValues hair_ratio(const transport::DotTables& tables, const treatment::Follicles& follicles) {
    const transport::BandValues absorption = hair_absorption_per_mm(follicles);
    Dark shaft;
    for (std::size_t band = 0; band < transport::band_count; ++band) {
        const transport::Darkening dark =
            tables.shaft(band, static_cast<float>(follicles.hair_radius_mm), absorption[band]);
        shaft.area_mm2[band] = dark.area_mm2;
        shaft.sheet_share[band] = dark.sheet_share;
    }
    DarkSum sum;
    const double per_mm2 = 0.01 * follicles_per_cm2(follicles) * (1.0 - follicles.grey_share);
    sum.add(shaft, static_cast<float>(per_mm2));
    return sum.ratio();
}

} // namespace healed::study
