#include "interface/colour_of.h"

#include "color/srgb.h"

#include <algorithm>

namespace healed::studio {

std::optional<color::Lab> colour_of(const Shown& shown, PicturePlace place) {
    const FloatImage& linear = shown.linear;
    const int x =
        std::clamp(static_cast<int>(place.x * static_cast<float>(linear.width)), 0, linear.width - 1);
    const int y =
        std::clamp(static_cast<int>(place.y * static_cast<float>(linear.height)), 0, linear.height - 1);
    const float* pixel = linear.at(x, y);
    if (pixel[3] < 0.5f)
        return std::nullopt;
    color::Rgb rgb{};
    for (std::size_t channel = 0; channel < 3; ++channel)
        rgb[channel] = static_cast<double>(pixel[channel]) / shown.exposure;
    return color::lab_from_xyz(color::xyz_from_linear_srgb(rgb), color::srgb_white());
}

} // namespace healed::studio
