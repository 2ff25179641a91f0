#pragma once

#include "transport/adding_doubling.h"

#include <filesystem>
#include <vector>

namespace healed::transport {

/// The spectrum of somebody's skin and how it was taken.
struct MeasuredSkin {
    std::vector<double> wavelength_nm; ///< rising
    std::vector<double> reflectance;   ///< 0 … 1, against a perfect diffuser
    /// How light fell on it, all that comes back being collected. By reciprocity Normal also stands for even
    /// light and a sensor along the normal, and both for 8° from it.
    Incidence light = Incidence::Normal;
    Specular specular = Specular::Included;
};

/// What a spectrum has to span, and how much of it is used: the coefficients of skin are known there.
inline constexpr double spanned_from_nm = 420.0, spanned_to_nm = 680.0;
inline constexpr double used_from_nm = 380.0, used_to_nm = 780.0;
inline constexpr std::size_t fewest_points = 8;
inline constexpr double widest_gap_nm = 60.0;

/// A CSV file with a header that names the columns wavelength_nm and reflectance; further columns are passed
/// over, lines of '#' are prose. Throws Error naming file, line, column and value for what is missing, no
/// number, out of order, twice there, outside 0 … 1 (per cent is recognised), too few or too sparse.
MeasuredSkin read_measured_skin(const std::filesystem::path& file, Incidence light, Specular specular);

/// Reflectance as it was measured of a stack that plane_reflectance has solved.
double as_measured(const PlaneReflectance& stack, Incidence light, Specular specular);

} // namespace healed::transport
