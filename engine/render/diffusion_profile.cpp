#include "render/diffusion_profile.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace healed::render {
namespace {

struct Medium {
    double absorption_per_mm;
    double reduced_scattering_per_mm;
    double index;

    double transport_per_mm() const { return absorption_per_mm + reduced_scattering_per_mm; }
    double attenuation_per_mm() const { return std::sqrt(3.0 * absorption_per_mm * transport_per_mm()); }
};

/// The reticular dermis: most of the way of the light that spreads.
Medium dermis(const skin::Skin& skin, double wavelength_nm) {
    const skin::OpticalLayer layer = skin.layer_at(skin::Layer::ReticularDermis, wavelength_nm);
    return {layer.absorption_per_mm, layer.scattering_per_mm * (1.0 - layer.anisotropy),
            layer.refractive_index};
}

// Farrell et al. 1992, eq. 11–14, with the internal reflection of Groenhuis et al., Appl. Opt. 22, 2456
// (1983).
double dipole(const Medium& medium, double r_mm) {
    const double n = medium.index;
    const double reflection = -1.440 / (n * n) + 0.710 / n + 0.668 + 0.0636 * n;
    const double mirror = (1.0 + reflection) / (1.0 - reflection);
    const double depth = 1.0 / medium.transport_per_mm();
    const double image_depth = depth * (1.0 + 4.0 / 3.0 * mirror);
    const double k = medium.attenuation_per_mm();
    const auto source = [&](double z) {
        const double distance = std::hypot(r_mm, z);
        return z * (k + 1.0 / distance) * std::exp(-k * distance) / (distance * distance);
    };
    return source(depth) + source(image_depth);
}

double gaussian(double r_mm, double sigma_mm) {
    const double variance = sigma_mm * sigma_mm;
    return std::exp(-r_mm * r_mm / (2.0 * variance)) / (2.0 * std::numbers::pi * variance);
}

// Rings at equal steps of the logarithm of the radius; their light, not their radiance, is what is matched.
constexpr int ring_count = 160;
double ring_radius_mm(int i) {
    return 0.01 * std::pow(3000.0, static_cast<double>(i) / (ring_count - 1));
}

} // namespace

DiffusionShares diffusion_shares(const skin::Skin& skin, double wavelength_nm) {
    const Medium medium = dermis(skin, wavelength_nm);
    std::vector<double> wanted(ring_count);
    double total = 0;
    for (int i = 0; i < ring_count; ++i) {
        const double r = ring_radius_mm(i);
        wanted[static_cast<std::size_t>(i)] = r * r * dipole(medium, r);
        total += wanted[static_cast<std::size_t>(i)];
    }
    const double ring = 2.0 * std::numbers::pi * std::log(3000.0) / (ring_count - 1);
    const auto light_of = [&](std::size_t g, int i) {
        const double r = ring_radius_mm(i);
        return ring * r * r * gaussian(r, diffusion_sigma_mm[g]);
    };
    // Non-negative least squares by cyclic coordinate descent.
    DiffusionShares shares{};
    for (int sweep = 0; sweep < 400; ++sweep)
        for (std::size_t g = 0; g < diffusion_widths; ++g) {
            double along = 0, square = 0;
            for (int i = 0; i < ring_count; ++i) {
                double rest = wanted[static_cast<std::size_t>(i)] / total;
                for (std::size_t other = 0; other < diffusion_widths; ++other)
                    rest -= other == g ? 0.0 : shares[other] * light_of(other, i);
                along += rest * light_of(g, i);
                square += light_of(g, i) * light_of(g, i);
            }
            shares[g] = std::max(0.0, along / square);
        }
    double sum = 0;
    for (const double share : shares)
        sum += share;
    for (double& share : shares)
        share /= sum;
    return shares;
}

double diffuse_attenuation_per_mm(const skin::Skin& skin, double wavelength_nm) {
    return dermis(skin, wavelength_nm).attenuation_per_mm();
}

} // namespace healed::render
