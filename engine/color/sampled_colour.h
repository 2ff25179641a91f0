#pragma once

#include "color/illuminant.h"
#include "color/lab.h"

#include <span>
#include <vector>

namespace healed::color {

/// Colour of reflectances that are known at wavelengths of their own, linear between them, over 400 … 700 nm
/// or what of it they span, against a white over the same range.
class SampledColour {
  public:
    /// Wavelengths rise and have 20 nm of 400 … 700 nm between them at the least.
    SampledColour(const Viewing& viewing, std::vector<double> wavelengths_nm);

    /// `reflectance` at each of the wavelengths.
    Lab lab(std::span<const double> reflectance) const;

  private:
    std::vector<Xyz> weights_; ///< of each wavelength
    Xyz white_{};
};

} // namespace healed::color
