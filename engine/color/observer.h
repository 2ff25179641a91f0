#pragma once

#include "color/spectrum.h"

#include <filesystem>

namespace healed::color {

/// CIE tristimulus values. A perfect diffuser seen by a Viewing has y = 1.
struct Xyz {
    double x;
    double y;
    double z;
};

/// Colour-matching functions.
struct Observer {
    Spectrum x_bar;
    Spectrum y_bar;
    Spectrum z_bar;
};

/// The CIE 1931 2° standard observer of assets/spectra/cie1931-2deg.csv. Throws Error as read_spectrum does.
Observer load_observer(const std::filesystem::path& assets);

/// The named column of a CSV file whose wavelength_nm column is exactly 380, 385 … 780. Throws Error naming
/// the file and the row when it is not, or when a value is negative.
Spectrum read_spectrum(const std::filesystem::path& file, const char* column);

} // namespace healed::color
