#include "skin/optics.h"

#include "base/error.h"
#include "skin/constants.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

namespace healed::skin {
namespace {

constexpr double per_mm_from_per_cm = 0.1;

// S. L. Jacques, Phys. Med. Biol. 58, R37 (2013), eq. 2: reduced scattering at 500 nm in 1/cm, its Rayleigh
// share, and the power of its Mie share. Both dermal layers scatter alike.
struct Scatterer {
    double at_500nm_per_cm;
    double rayleigh_share;
    double mie_power;
};
Scatterer scatterer(Layer layer) {
    switch (layer) {
    case Layer::Epidermis:
        return {constant::epidermis_scattering, constant::epidermis_rayleigh, constant::epidermis_mie_power};
    case Layer::Fat:
        return {constant::fat_scattering, constant::fat_rayleigh, constant::fat_mie_power};
    default:
        return {constant::dermis_scattering, constant::dermis_rayleigh, constant::dermis_mie_power};
    }
}

double blood_ratio(Layer layer) {
    switch (layer) {
    case Layer::Epidermis:
        return 0.0;
    case Layer::PapillaryDermis:
        return constant::papillary_blood;
    case Layer::ReticularDermis:
        return 1.0;
    default:
        return constant::fat_blood;
    }
}

double thickness_mm(const SkinSettings& settings, Layer layer) {
    switch (layer) {
    case Layer::Epidermis:
        return settings.epidermis_mm;
    case Layer::PapillaryDermis:
        return settings.papillary_mm;
    case Layer::ReticularDermis:
        return settings.reticular_mm;
    default:
        return std::numeric_limits<double>::infinity();
    }
}

} // namespace

// μa = ln 10 · ε · c / M for c of haemoglobin in whole blood of molar mass M (S. Prahl).
double Haemoglobin::blood_absorption_per_mm(double wavelength, double saturation) const {
    const auto above = std::lower_bound(wavelength_nm.begin() + 1, wavelength_nm.end() - 1, wavelength);
    const auto i = static_cast<std::size_t>(above - wavelength_nm.begin());
    const double t = (wavelength - wavelength_nm[i - 1]) / (wavelength_nm[i] - wavelength_nm[i - 1]);
    const double oxy = std::lerp(oxygenated[i - 1], oxygenated[i], t);
    const double deoxy = std::lerp(deoxygenated[i - 1], deoxygenated[i], t);
    const double extinction = saturation * oxy + (1.0 - saturation) * deoxy;
    return per_mm_from_per_cm * std::log(10.0) * extinction * constant::haemoglobin /
           constant::haemoglobin_mass;
}

Haemoglobin load_haemoglobin(const std::filesystem::path& assets) {
    const Table table = read_table(assets / "skin" / "haemoglobin.csv");
    Haemoglobin haemoglobin{table.column("wavelength_nm"), table.column("oxyhaemoglobin"),
                            table.column("deoxyhaemoglobin")};
    const auto& wavelengths = haemoglobin.wavelength_nm;
    if (wavelengths.size() < 2 || wavelengths.front() > 380.0 || wavelengths.back() < 780.0)
        fail("{}: wavelength_nm: does not reach from 380 to 780 nm", table.origin);
    if (std::adjacent_find(wavelengths.begin(), wavelengths.end(), std::greater_equal<>()) !=
        wavelengths.end())
        fail("{}: wavelength_nm: does not rise from row to row", table.origin);
    return haemoglobin;
}

// S. L. Jacques, omlc.org/news/jan98/skinoptics.html (1998).
double melanosome_absorption_per_mm(double wavelength_nm) {
    return per_mm_from_per_cm * constant::melanosome_factor *
           std::pow(wavelength_nm, constant::melanosome_power.value);
}

// Saidi 1992 as given by Jacques 1998.
double baseline_absorption_per_mm(double wavelength_nm) {
    return per_mm_from_per_cm *
           (constant::baseline_constant +
            constant::baseline_height *
                std::exp(-(wavelength_nm - constant::baseline_from) / constant::baseline_width));
}

// Jacques 2013, eq. 2: a · (f · (λ/500)^−4 + (1 − f) · (λ/500)^−b).
double reduced_scattering_per_mm(Layer layer, double wavelength_nm) {
    const Scatterer s = scatterer(layer);
    const double x = wavelength_nm / 500.0;
    return per_mm_from_per_cm * s.at_500nm_per_cm *
           (s.rayleigh_share * std::pow(x, -4.0) + (1.0 - s.rayleigh_share) * std::pow(x, -s.mie_power));
}

// van Gemert et al., IEEE Trans. Biomed. Eng. 36, 1146 (1989).
double anisotropy(double wavelength_nm) {
    return constant::anisotropy_at_0 + constant::anisotropy_per_nm * wavelength_nm;
}

Skin::Skin(SkinSettings settings, Haemoglobin haemoglobin)
    : settings_(settings), haemoglobin_(std::move(haemoglobin)) {}

double Skin::absorption_per_mm(Layer layer, double wavelength_nm) const {
    const double melanin = layer == Layer::Epidermis ? settings_.melanin_fraction : 0.0;
    const double blood = settings_.blood_fraction * blood_ratio(layer);
    const double rest = settings_.baseline_factor * baseline_absorption_per_mm(wavelength_nm);
    return melanin * melanosome_absorption_per_mm(wavelength_nm) +
           blood * haemoglobin_.blood_absorption_per_mm(wavelength_nm, settings_.saturation) +
           (1.0 - melanin - blood) * rest;
}

OpticalLayer Skin::layer_at(Layer layer, double wavelength_nm) const {
    assert(wavelength_nm >= 380.0 && wavelength_nm <= 780.0);
    const double g = anisotropy(wavelength_nm);
    const double reduced = settings_.scattering_factor * reduced_scattering_per_mm(layer, wavelength_nm);
    return {thickness_mm(settings_, layer), settings_.refractive_index, g,
            absorption_per_mm(layer, wavelength_nm), reduced / (1.0 - g)};
}

OpticalStack Skin::stack_at(double wavelength_nm) const {
    OpticalStack stack{1.0, settings_.refractive_index, {}};
    for (int i = 0; i < layer_count; ++i)
        stack.layers.push_back(layer_at(static_cast<Layer>(i), wavelength_nm));
    return stack;
}

} // namespace healed::skin
