#include "render/skin_optics.h"

#include "base/parallel.h"
#include "transport/adding_doubling.h"

#include <algorithm>
#include <cmath>

namespace healed::render {
namespace {

using transport::band_count;
using transport::band_nm;

// Step of the finite differences: the logarithm of blood or melanin.
constexpr double derivative_step = 0.2;

/// Hat functions: 1 at a band's wavelength, 0 at its neighbours', flat beyond the ends.
double hat(std::size_t band, double wavelength_nm) {
    const double at = band_nm[band];
    if (wavelength_nm <= at)
        return band == 0
                   ? 1.0
                   : std::clamp((wavelength_nm - band_nm[band - 1]) / (at - band_nm[band - 1]), 0.0, 1.0);
    return band + 1 == band_count
               ? 1.0
               : std::clamp((band_nm[band + 1] - wavelength_nm) / (band_nm[band + 1] - at), 0.0, 1.0);
}

color::Spectrum under_hat(std::size_t band, const color::Spectrum& reflectance) {
    color::Spectrum part;
    for (std::size_t i = 0; i < color::wavelength_count; ++i)
        part[i] = hat(band, color::wavelength_nm(i)) * reflectance[i];
    return part;
}

double mean_under_hat(std::size_t band, const color::Spectrum& values) {
    double sum = 0, weight = 0;
    for (std::size_t i = 0; i < color::wavelength_count; ++i) {
        sum += hat(band, color::wavelength_nm(i)) * values[i];
        weight += hat(band, color::wavelength_nm(i));
    }
    return sum / weight;
}

/// Reflectance that makes skin under an even sky, seen along the normal, exactly as bright as its layers do.
/// What leaves at other angles is scaled by the passage of the surface (shaders/shading/fresnel.glsl), which
/// this divides by.
color::Spectrum as_seen_along_the_normal(const skin::Skin& skin) {
    color::Spectrum reflectance = transport::bare_reflectance(skin, transport::Incidence::Normal);
    for (double& value : reflectance)
        value *= 20.0 / 21.0;
    return reflectance;
}

/// d ln R/d ln x where x goes from 1 to exp(derivative_step).
color::Spectrum log_derivative(const color::Spectrum& before, const color::Spectrum& after) {
    color::Spectrum slope;
    for (std::size_t i = 0; i < color::wavelength_count; ++i)
        slope[i] = std::log(after[i] / before[i]) / derivative_step;
    return slope;
}

} // namespace

color::Xyz SkinOptics::bare_xyz() const {
    color::Xyz sum{};
    for (const SkinBand& band : bands)
        sum = {sum.x + band.xyz.x, sum.y + band.xyz.y, sum.z + band.xyz.z};
    return sum;
}

SkinOptics skin_optics(const skin::SkinSettings& settings, const skin::Haemoglobin& haemoglobin,
                       const color::Viewing& viewing) {
    skin::SkinSettings redder = settings, browner = settings;
    redder.blood_fraction *= std::exp(derivative_step);
    browner.melanin_fraction *= std::exp(derivative_step);
    const skin::Skin skin(settings, haemoglobin);
    const std::array<skin::Skin, 3> skins = {skin, {redder, haemoglobin}, {browner, haemoglobin}};
    std::array<color::Spectrum, 3> spectra;
    parallel_for(skins.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            spectra[i] = as_seen_along_the_normal(skins[i]);
    });
    const color::Spectrum& bare = spectra[0];
    const auto blood = log_derivative(bare, spectra[1]), melanin = log_derivative(bare, spectra[2]);
    SkinOptics optics{.white = viewing.white(), .refractive_index = settings.refractive_index};
    for (std::size_t band = 0; band < band_count; ++band)
        optics.bands[band] = {.xyz = viewing.xyz(under_hat(band, bare)),
                              .reflectance = mean_under_hat(band, bare),
                              .per_blood = mean_under_hat(band, blood),
                              .per_melanin = mean_under_hat(band, melanin),
                              .attenuation_per_mm = diffuse_attenuation_per_mm(skin, band_nm[band]),
                              .diffusion = diffusion_shares(skin, band_nm[band])};
    return optics;
}

SkinOptics grey_card(double reflectance, const color::Viewing& viewing) {
    color::Spectrum grey;
    grey.fill(reflectance);
    SkinOptics optics{.white = viewing.white(), .refractive_index = 1.4};
    for (std::size_t band = 0; band < band_count; ++band)
        optics.bands[band] = {.xyz = viewing.xyz(under_hat(band, grey)),
                              .reflectance = reflectance,
                              .attenuation_per_mm = 10.0,
                              .diffusion = {1.0, 0.0, 0.0, 0.0}};
    return optics;
}

} // namespace healed::render
