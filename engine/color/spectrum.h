#pragma once

#include <array>
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

} // namespace healed::color
