#include "study/zone_skin.h"

#include "transport/adding_doubling.h"

#include <cmath>

namespace healed::study {

ZoneSkin zone_skin(const skin::SkinSettings& settings, const skin::Haemoglobin& haemoglobin,
                   const color::Viewing& viewing) {
    constexpr double step = 0.2; // of the logarithm of blood
    skin::SkinSettings redder = settings;
    redder.blood_fraction *= std::exp(step);
    const auto reflectance = [&](const skin::SkinSettings& at) {
        return transport::bare_reflectance(skin::Skin(at, haemoglobin), transport::Incidence::Normal);
    };
    const color::Spectrum bare = reflectance(settings), flushed = reflectance(redder);
    color::Spectrum slope;
    for (std::size_t i = 0; i < slope.size(); ++i)
        slope[i] = std::log(flushed[i] / bare[i]) / step;
    const transport::BandWeights weights = transport::fitted_band_weights(skin::Skin(settings, haemoglobin));
    ZoneSkin skin{.colour = transport::band_colour(bare, weights, viewing),
                  .per_blood = {},
                  .healing = {.blood_per_redness = 0.0, .bare = {}, .veil_scatter = veil_scatter()}};
    for (std::size_t band = 0; band < transport::band_count; ++band) {
        skin.per_blood[band] = static_cast<float>(transport::mean_over_band(band, slope));
        skin.healing.bare[band] = static_cast<float>(color::value_at(bare, transport::band_nm[band]));
    }
    const double redness = color::lab_from_xyz(viewing.xyz(flushed), viewing.white()).a -
                           color::lab_from_xyz(viewing.xyz(bare), viewing.white()).a;
    // Skin so dark that blood does not show does not flush either.
    constexpr double least_redness = 1e-6;
    skin.healing.blood_per_redness = redness > least_redness ? step / redness : 0.0;
    return skin;
}

} // namespace healed::study
