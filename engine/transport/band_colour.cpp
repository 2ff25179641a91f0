#include "transport/band_colour.h"

#include "transport/adding_doubling.h"

namespace healed::transport {

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

BandColour band_colour(const color::Spectrum& bare_reflectance, const BandWeights& weights,
                       const color::Viewing& viewing) {
    BandColour colour{.xyz = {}, .white = viewing.white()};
    for (std::size_t band = 0; band < band_count; ++band) {
        color::Spectrum part;
        for (std::size_t i = 0; i < color::wavelength_count; ++i)
            part[i] = weights[i][band] * bare_reflectance[i];
        colour.xyz[band] = viewing.xyz(part);
    }
    return colour;
}

BandColour band_colour(const skin::Skin& skin, const color::Viewing& viewing) {
    return band_colour(bare_reflectance(skin, Incidence::Normal), fitted_band_weights(skin), viewing);
}

} // namespace healed::transport
