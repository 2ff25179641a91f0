#include "ink/mixture.h"

#include <cmath>

namespace healed::ink {
namespace {

constexpr double darkness_from_nm = 450.0;
constexpr double darkness_to_nm = 650.0;

color::Spectrum weighed(const Library& library, const std::vector<Component>& components,
                        color::Spectrum Pigment::*quantity) {
    color::Spectrum sum{};
    for (const Component& component : components) {
        const color::Spectrum& each = library.pigment(component.pigment).*quantity;
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += component.mass_fraction * each[i];
    }
    return sum;
}

template <typename Function>
double mean_over_sight(Function value) {
    double sum = 0.0;
    int count = 0;
    for (std::size_t i = 0; i < color::wavelength_count; ++i) {
        const double wavelength = color::wavelength_nm(i);
        if (wavelength < darkness_from_nm || wavelength > darkness_to_nm)
            continue;
        sum += value(i);
        ++count;
    }
    return sum / count;
}

} // namespace

color::Spectrum absorption_m2_per_g(const Library& library, const std::vector<Component>& components) {
    return weighed(library, components, &Pigment::absorption_m2_per_g);
}

color::Spectrum reduced_scattering_m2_per_g(const Library& library,
                                            const std::vector<Component>& components) {
    return weighed(library, components, &Pigment::reduced_scattering_m2_per_g);
}

color::Spectrum absorption_mm2_per_ng(const Library& library, const Ink& ink) {
    color::Spectrum absorption = absorption_m2_per_g(library, ink.components);
    for (double& value : absorption)
        value *= mm2_per_ng;
    return absorption;
}

double mean_absorption(const color::Spectrum& absorption) {
    return mean_over_sight([&](std::size_t i) { return absorption[i]; });
}

double colour_cast(const color::Spectrum& absorption) {
    const double mean = mean_absorption(absorption);
    const double square = mean_over_sight([&](std::size_t i) { return std::pow(absorption[i] - mean, 2.0); });
    return std::sqrt(square) / mean;
}

} // namespace healed::ink
