#pragma once

#include "base/json.h"
#include "ink/ink.h"

#include <filesystem>
#include <optional>
#include <string>

namespace healed::ink {

/// A dilution in a clear cell, as photometers want it.
struct Dilution {
    double path_mm;               ///< through the cell
    double concentration_g_per_l; ///< of dry pigment
};

/// Assumed of a pigment that nobody has exposed: of most azo pigments.
inline constexpr double unknown_light_loss_per_100_sed = 0.05;

/// What a spectrum does not tell of a user's own ink.
struct OwnInk {
    std::string name; ///< lower-case letters, digits and hyphens
    std::string title;
    double light_loss_per_100_sed;            ///< 0 … 10
    std::optional<double> pigment_ng_per_dot; ///< none: as dark as smp-carbon on day 0
    std::optional<Dilution> dilution;         ///< for a column of absorbances
};

/// Points that a measured spectrum has at least, what it has to span, and the widest gap in it.
inline constexpr std::size_t fewest_points = 8;
inline constexpr double spanned_from_nm = 420.0, spanned_to_nm = 680.0, widest_gap_nm = 60.0;

/// The ink file (read_ink) of a spectrum that somebody measured: a CSV file whose header names wavelength_nm
/// and either absorption_m2_per_g (mass absorption of the dry pigment, natural logarithm) or absorbance
/// (decadic, of a Dilution; μ = ln 10 · A/(path · concentration)). The unit stands in the column's name.
/// Throws Error naming file, column and value for a missing unit, a missing dilution, too few points, gaps,
/// wavelengths that do not rise, and values that are negative or beyond what pigments have.
Json ink_file_from_measurement(const std::filesystem::path& csv, const OwnInk& own, const Library& library);

} // namespace healed::ink
