#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace healed::color {

/// Samples of a function of wavelength at 380, 385 … 780 nm.
inline constexpr double first_wavelength_nm = 380.0;
inline constexpr double wavelength_step_nm = 5.0;
inline constexpr std::size_t wavelength_count = 81;

using Spectrum = std::array<double, wavelength_count>;

constexpr double wavelength_nm(std::size_t i) {
    return first_wavelength_nm + wavelength_step_nm * static_cast<double>(i);
}

/// Spectrum with the value of f(wavelength_nm) at each sample.
template <typename Function>
Spectrum sample(Function f) {
    Spectrum s;
    for (std::size_t i = 0; i < wavelength_count; ++i)
        s[i] = f(wavelength_nm(i));
    return s;
}

/// Linear between samples, level beyond the ends.
inline double value_at(const Spectrum& s, double wavelength) {
    const double place = (wavelength - first_wavelength_nm) / wavelength_step_nm;
    const double inside = std::clamp(place, 0.0, static_cast<double>(wavelength_count - 1));
    const std::size_t i = std::min(static_cast<std::size_t>(inside), wavelength_count - 2);
    return std::lerp(s[i], s[i + 1], inside - static_cast<double>(i));
}

} // namespace healed::color
