#pragma once

#include "transport/leg_tally.h"

#include <array>
#include <cstddef>

namespace healed::transport {

/// A radial kernel by its Hankel transform H(q) = <J0(q r)>, sampled at q = 250 (i/160)² 1/mm. H(0) = 1; a
/// kernel of which nothing is known is the identity, H = 1.
struct RadialTransform {
    static constexpr std::size_t count = 161;
    static double wavenumber_per_mm(std::size_t i);
    std::array<double, count> value;

    static RadialTransform identity();
};

RadialTransform transform(const RadialHistogram& histogram);

/// Levels of the image pyramid by which fields are blurred: level l is the field halved l times and brought
/// back, which blurs it by a Gaussian of variance (4^l − 1)/2 texels² on each axis (binomial 1 3 3 1 down and
/// up).
inline constexpr std::size_t pyramid_levels = 8;

/// A blur as shares of the pyramid's levels, at least 0 and adding up to 1.
using PyramidKernel = std::array<float, pyramid_levels>;

/// The shares whose transform is nearest to the given one, least squares weighted towards the wavenumbers
/// that matter on skin (below about 20 per mm).
PyramidKernel fitted_kernel(const RadialTransform& target, double texel_mm);
RadialTransform transform(const PyramidKernel& kernel, double texel_mm);

} // namespace healed::transport
