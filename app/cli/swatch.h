#pragma once

#include "color/lab.h"
#include "color/spectrum.h"

#include <filesystem>
#include <string>

namespace healed::cli {

/// How an ink looks by itself: a layer on white paper, thin enough to let a given share of 550 nm light come
/// back after its way in and out (Beer–Lambert; no scattering), under D65, CIE 1931 2°.
struct Swatch {
    color::Lab lab;
    std::string srgb; ///< "#rrggbb"
};

/// `absorption` on any scale; at least one value must be above 0. `returned_at_550nm` within 0 … 1, both
/// excluded.
Swatch swatch(const std::filesystem::path& assets, const color::Spectrum& absorption,
              double returned_at_550nm);

} // namespace healed::cli
