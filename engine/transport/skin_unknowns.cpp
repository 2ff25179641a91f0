#include "transport/skin_unknowns.h"

#include "transport/fit_constants.h"

#include <algorithm>
#include <cmath>

namespace healed::transport {
namespace {

constexpr std::size_t saturation = 2;

/// Bounds as the coordinate sees them.
struct Scale {
    double low, high;
    double width() const { return high - low; }
    /// Coordinates per logit: the slope in the middle is one.
    double step() const { return 0.25 * width(); }
};

Scale scale_of(std::size_t i) {
    const Unknown& unknown = unknowns()[i];
    if (i == saturation)
        return {unknown.low, unknown.high};
    return {std::log(unknown.low), std::log(unknown.high)};
}

double coordinate(std::size_t i, double value) {
    const Scale scale = scale_of(i);
    const double place =
        ((i == saturation ? value : std::log(std::max(value, 1e-9))) - scale.low) / scale.width();
    const double inside = std::clamp(place, 1e-4, 1.0 - 1e-4);
    return scale.step() * std::log(inside / (1.0 - inside));
}

double value_at(std::size_t i, double coordinate) {
    const Scale scale = scale_of(i);
    const double value = scale.low + scale.width() / (1.0 + std::exp(-coordinate / scale.step()));
    return i == saturation ? value : std::exp(value);
}

} // namespace

const std::array<Unknown, unknown_count>& unknowns() {
    using skin::SkinSettings;
    static constexpr std::array settings{&SkinSettings::melanin_fraction, &SkinSettings::blood_fraction,
                                         &SkinSettings::saturation, &SkinSettings::scattering_factor,
                                         &SkinSettings::baseline_factor};
    static const std::array<Unknown, unknown_count> all = [] {
        std::array<Unknown, unknown_count> list{};
        for (std::size_t i = 0; i < list.size(); ++i)
            list[i] = {settings[i], constant::likely[i].low, constant::likely[i].high,
                       constant::likely[i].value, constant::spread[i].value};
        return list;
    }();
    return all;
}

Unknowns coordinates_of(const skin::SkinSettings& settings) {
    Unknowns x{};
    for (std::size_t i = 0; i < unknown_count; ++i)
        x[i] = coordinate(i, settings.*unknowns()[i].setting);
    return x;
}

skin::SkinSettings settings_at(const Unknowns& coordinates, skin::SkinSettings settings) {
    for (std::size_t i = 0; i < unknown_count; ++i)
        settings.*unknowns()[i].setting = value_at(i, coordinates[i]);
    return settings;
}

Unknowns likely_coordinates() {
    Unknowns x{};
    for (std::size_t i = 0; i < unknown_count; ++i)
        x[i] = coordinate(i, unknowns()[i].likely);
    return x;
}

Unknowns likely_spread() {
    Unknowns spread{};
    for (std::size_t i = 0; i < unknown_count; ++i)
        spread[i] = unknowns()[i].spread;
    return spread;
}

Unknowns slopes_at(const Unknowns& coordinates) {
    constexpr double step = 1e-5;
    Unknowns slopes{};
    for (std::size_t i = 0; i < unknown_count; ++i)
        slopes[i] = (value_at(i, coordinates[i] + step) - value_at(i, coordinates[i] - step)) / (2.0 * step);
    return slopes;
}

} // namespace healed::transport
