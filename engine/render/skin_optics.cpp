#include "render/skin_optics.h"

#include "base/parallel.h"
#include "transport/adding_doubling.h"

#include <cmath>

namespace healed::render {
namespace {

using transport::band_count;
using transport::band_nm;

// Step of the finite differences: the logarithm of blood or melanin.
constexpr double derivative_step = 0.2;

// What leaves at other angles than along the normal is scaled by the passage of the surface
// (shaders/shading/fresnel.glsl), whose mean over an even sky this divides by.
constexpr double mean_passage = 21.0 / 20.0;

/// d ln R/d ln x where x goes from 1 to exp(derivative_step).
color::Spectrum log_derivative(const color::Spectrum& before, const color::Spectrum& after) {
    color::Spectrum slope;
    for (std::size_t i = 0; i < color::wavelength_count; ++i)
        slope[i] = std::log(after[i] / before[i]) / derivative_step;
    return slope;
}

} // namespace

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
            spectra[i] = transport::bare_reflectance(skins[i], transport::Incidence::Normal);
    });
    const color::Spectrum& bare = spectra[0];
    const auto blood = log_derivative(bare, spectra[1]), melanin = log_derivative(bare, spectra[2]);
    SkinOptics optics{.colour = transport::band_colour(bare, transport::fitted_band_weights(skin), viewing),
                      .bands = {},
                      .refractive_index = settings.refractive_index};
    for (std::size_t band = 0; band < band_count; ++band) {
        color::Xyz& xyz = optics.colour.xyz[band];
        xyz = {xyz.x / mean_passage, xyz.y / mean_passage, xyz.z / mean_passage};
        optics.bands[band] = {.reflectance = transport::mean_over_band(band, bare) / mean_passage,
                              .per_blood = transport::mean_over_band(band, blood),
                              .per_melanin = transport::mean_over_band(band, melanin),
                              .attenuation_per_mm = diffuse_attenuation_per_mm(skin, band_nm[band]),
                              .diffusion = diffusion_shares(skin, band_nm[band])};
    }
    return optics;
}

SkinOptics grey_card(double reflectance, const color::Viewing& viewing) {
    color::Spectrum grey;
    grey.fill(reflectance);
    SkinOptics optics{.colour = transport::band_colour(grey, transport::linear_band_weights(), viewing),
                      .bands = {},
                      .refractive_index = 1.4};
    optics.bands.fill({.reflectance = reflectance,
                       .per_blood = 0.0,
                       .per_melanin = 0.0,
                       .attenuation_per_mm = 10.0,
                       .diffusion = {1.0, 0.0, 0.0, 0.0}});
    return optics;
}

} // namespace healed::render
