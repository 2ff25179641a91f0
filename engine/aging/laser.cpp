#include "aging/laser.h"

#include "aging/constants.h"

#include <algorithm>
#include <cmath>

namespace healed::aging {

namespace {

constexpr double reference_nm = 1064.0;
/// Longest wavelength at which pigments' spectra are known.
constexpr double longest_known_nm = 780.0;

/// Beyond what is known, blacks fall off as 1/λ and colours have nothing left that is worth speaking of.
double absorption_m2_per_g(const ink::Pigment& pigment, double nm) {
    const double known = color::value_at(pigment.absorption_m2_per_g, std::min(nm, longest_known_nm));
    return nm > longest_known_nm ? known * longest_known_nm / nm : known;
}

double broken_up(const ink::Pigment& pigment, const treatment::LaserPass& pass, double fluence) {
    const double absorption = absorption_m2_per_g(pigment, pass.wavelength_nm);
    const double share =
        constant::laser_clearance * absorption / (absorption + constant::laser_half_absorption);
    return std::min(share * fluence, 1.0);
}

bool darkens(const ink::Pigment& pigment) {
    return pigment.name == "hematite" || pigment.name == "goethite" || pigment.name == "tio2";
}

} // namespace

LaserEffect laser_effect(const treatment::LaserPass& pass, const ink::Ink& ink, const ink::Library& library,
                         int fitzpatrick) {
    // Melanin shares the light with ink, more so at shorter wavelengths, so that less of it may be used.
    const double skin = constant::laser_skin[static_cast<std::size_t>(std::clamp(fitzpatrick, 1, 6) - 1)];
    const double shorter = reference_nm / pass.wavelength_nm;
    const double fluence = pass.strength * std::pow(skin, shorter);
    const double reduced = std::min(constant::laser_darkening * fluence, 1.0);
    LaserEffect effect{.at_years = pass.at_years,
                       .ferric_broken_up = broken_up(library.pigment("hematite"), pass, fluence),
                       .ferric_reduced = reduced,
                       .dark_broken_up = broken_up(library.pigment("magnetite"), pass, fluence),
                       .length_mm = constant::laser_depth / std::sqrt(shorter)};
    for (std::size_t i = 0; i < ink.components.size(); ++i) {
        const ink::Pigment& pigment = library.pigment(ink.components[i].pigment);
        effect.broken_up[i] = broken_up(pigment, pass, fluence);
        effect.reduced[i] = darkens(pigment) ? reduced : 0.0;
    }
    return effect;
}

} // namespace healed::aging
