#include "swatch.h"

#include "color/illuminant.h"
#include "color/srgb.h"

#include <cmath>
#include <fmt/format.h>

namespace healed::cli {

Swatch swatch(const std::filesystem::path& assets, const color::Spectrum& absorption,
              double returned_at_550nm) {
    constexpr std::size_t green =
        static_cast<std::size_t>((550.0 - color::first_wavelength_nm) / color::wavelength_step_nm);
    const double thickness = -std::log(returned_at_550nm) / absorption[green];
    color::Spectrum reflectance;
    for (std::size_t i = 0; i < reflectance.size(); ++i)
        reflectance[i] = std::exp(-thickness * absorption[i]);
    const color::Viewing daylight = color::load_daylight_viewing(assets);
    const color::Xyz xyz = daylight.xyz(reflectance);
    const auto bytes = color::srgb_bytes(
        color::linear_srgb_from_xyz(color::adapt(xyz, daylight.white(), color::srgb_white())));
    return {color::lab_from_xyz(xyz, daylight.white()),
            fmt::format("#{:02x}{:02x}{:02x}", bytes[0], bytes[1], bytes[2])};
}

} // namespace healed::cli
