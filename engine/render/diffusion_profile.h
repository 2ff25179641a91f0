#pragma once

#include "skin/optics.h"

#include <array>
#include <cstddef>

namespace healed::render {

/// Light that enters skin at a point leaves round about. Its profile over the distance is told as a sum of
/// Gaussians of these widths (standard deviation on each axis), the same at all wavelengths so that four
/// blurs serve all bands.
inline constexpr std::size_t diffusion_widths = 4;
inline constexpr std::array<double, diffusion_widths> diffusion_sigma_mm = {0.15, 0.55, 1.6, 4.2};

/// Shares of the light that leaves in each Gaussian; at least 0, adding up to 1.
using DiffusionShares = std::array<double, diffusion_widths>;

/// From the dermis as a half-space, by the diffusion dipole of Farrell, Patterson & Wilson, Med. Phys. 19,
/// 879 (1992).
DiffusionShares diffusion_shares(const skin::Skin& skin, double wavelength_nm);

/// How fast light fades through thick tissue, sqrt(3·μa·(μa + μs')) of the dermis, 1/mm.
double diffuse_attenuation_per_mm(const skin::Skin& skin, double wavelength_nm);

} // namespace healed::render
