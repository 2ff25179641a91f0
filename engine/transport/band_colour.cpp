#include "transport/band_colour.h"

#include "transport/adding_doubling.h"

#include <algorithm>

namespace healed::transport {
namespace {

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

} // namespace

color::Xyz BandColour::inked_xyz(const BandValues& ratio) const {
    color::Xyz sum{};
    for (std::size_t band = 0; band < band_count; ++band) {
        const auto value = static_cast<double>(ratio[band]);
        sum = {sum.x + value * xyz[band].x, sum.y + value * xyz[band].y, sum.z + value * xyz[band].z};
    }
    return sum;
}

color::Xyz BandColour::bare_xyz() const {
    BandValues whole;
    whole.fill(1.0f);
    return inked_xyz(whole);
}

color::Lab BandColour::lab(const BandValues& ratio) const {
    return color::lab_from_xyz(inked_xyz(ratio), white);
}

BandColour band_colour(const color::Spectrum& bare_reflectance, const color::Viewing& viewing) {
    BandColour colour{.xyz = {}, .white = viewing.white()};
    for (std::size_t band = 0; band < band_count; ++band) {
        color::Spectrum part;
        for (std::size_t i = 0; i < color::wavelength_count; ++i)
            part[i] = hat(band, color::wavelength_nm(i)) * bare_reflectance[i];
        colour.xyz[band] = viewing.xyz(part);
    }
    return colour;
}

BandColour band_colour(const skin::Skin& skin, const color::Viewing& viewing) {
    return band_colour(bare_reflectance(skin, Incidence::Normal), viewing);
}

double mean_over_band(std::size_t band, const color::Spectrum& values) {
    double sum = 0, weight = 0;
    for (std::size_t i = 0; i < color::wavelength_count; ++i) {
        sum += hat(band, color::wavelength_nm(i)) * values[i];
        weight += hat(band, color::wavelength_nm(i));
    }
    return sum / weight;
}

} // namespace healed::transport
