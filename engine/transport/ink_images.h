#pragma once

#include "passes/replayed_path.h"
#include "transport/patch.h"

#include <vector>

namespace healed::transport {

/// A dot, cylinder or streak as a unit shape, or its copy in another period of a patch that repeats.
using InkImage = passes::InkImage;

/// The absorption spectra of dots, cylinders and streaks, in this order: InkImage::absorber counts through
/// them.
std::vector<const std::vector<double>*> absorption_spectra(const Patch& patch);

/// Every dot, cylinder and streak that absorbs at all, each within the box beyond which it adds less than
/// 1e-4 of optical depth on 10 mm; in a patch that repeats also the copies that reach into the base rectangle
/// or up to `margin_mm` from it. A Gaussian wider than a period has no copies: summed over a lattice of pitch
/// p it is its mean along that axis within 2·exp(−2π²σ²/p²) (Poisson summation), below 6e-9. Throws Error
/// naming an absorber that has more than a million copies.
std::vector<InkImage> ink_images(const Patch& patch, double margin_mm);

} // namespace healed::transport
