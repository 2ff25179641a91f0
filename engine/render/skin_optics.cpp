#include "render/skin_optics.h"

#include "base/parallel.h"
#include "render/veins.h"
#include "transport/adding_doubling.h"

#include <cmath>
#include <vector>

namespace healed::render {
namespace {

using transport::band_count;
using transport::band_nm;

// Step of the finite difference: the logarithm of blood.
constexpr double derivative_step = 0.2;

// What leaves at other angles than along the normal is scaled by the passage of the surface
// (shaders/shading/fresnel.glsl), whose mean over an even sky this divides by.
constexpr double mean_passage = 21.0 / 20.0;

/// ln(after/before), a mean over the band.
double log_ratio(std::size_t band, const color::Spectrum& before, const color::Spectrum& after) {
    color::Spectrum ratio;
    for (std::size_t i = 0; i < color::wavelength_count; ++i)
        ratio[i] = std::log(after[i] / before[i]);
    return transport::mean_over_band(band, ratio);
}

/// Through 0 at 0 and these values at the nodes: Newton's divided differences of value/u.
MelaninCurve melanin_curve(const std::array<double, 3>& values) {
    const auto& u = melanin_nodes;
    const std::array<double, 3> slope{values[0] / u[0], values[1] / u[1], values[2] / u[2]};
    const double first = (slope[1] - slope[0]) / (u[1] - u[0]);
    const double second = ((slope[2] - slope[1]) / (u[2] - u[1]) - first) / (u[2] - u[0]);
    return {slope[0] - first * u[0] + second * u[0] * u[1], first - second * (u[0] + u[1]), second};
}

} // namespace

SkinOptics skin_optics(const skin::SkinSettings& settings, const skin::Haemoglobin& haemoglobin,
                       const color::Viewing& viewing) {
    std::vector<skin::SkinSettings> seen(2 + melanin_nodes.size(), settings);
    seen[1].blood_fraction *= std::exp(derivative_step);
    for (std::size_t i = 0; i < melanin_nodes.size(); ++i)
        seen[2 + i].melanin_fraction *= std::exp(melanin_nodes[i]);
    std::vector<color::Spectrum> spectra(seen.size());
    parallel_for(seen.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            spectra[i] =
                transport::bare_reflectance(skin::Skin(seen[i], haemoglobin), transport::Incidence::Normal);
    });
    const skin::Skin skin(settings, haemoglobin);
    const color::Spectrum& bare = spectra[0];
    const transport::BandValues veins = vein_darkening(skin);
    SkinOptics optics{.colour = transport::band_colour(bare, transport::fitted_band_weights(skin), viewing),
                      .bands = {},
                      .refractive_index = settings.refractive_index};
    for (std::size_t band = 0; band < band_count; ++band) {
        color::Xyz& xyz = optics.colour.xyz[band];
        xyz = {xyz.x / mean_passage, xyz.y / mean_passage, xyz.z / mean_passage};
        optics.bands[band] = {
            .reflectance = transport::mean_over_band(band, bare) / mean_passage,
            .per_blood = log_ratio(band, bare, spectra[1]) / derivative_step,
            .per_vein = static_cast<double>(veins[band]),
            .melanin = melanin_curve({log_ratio(band, bare, spectra[2]), log_ratio(band, bare, spectra[3]),
                                      log_ratio(band, bare, spectra[4])}),
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
                       .per_vein = 0.0,
                       .melanin = {},
                       .attenuation_per_mm = 10.0,
                       .diffusion = {1.0, 0.0, 0.0, 0.0}});
    return optics;
}

} // namespace healed::render
