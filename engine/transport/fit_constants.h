#pragma once

#include "base/constant.h"

#include <array>
#include <span>

/// What a fit of skin to a measured spectrum takes for likely, and how closely it is asked to follow.
namespace healed::transport::constant {

using enum Evidence;

// A table reads in rows.
// clang-format off

/// In the order of unknown_names; ranges are the bounds that a fit cannot leave.
inline constexpr std::array<Constant, 5> likely{{
    {"transport.fit.likely.melanin_fraction", 0.03, "1", 0.0005, 0.48, Literature, "very light to dark people 0.014-0.2 and beyond"},
    {"transport.fit.likely.blood_fraction", 0.006, "1", 0.0003, 0.06, Literature, "dermis 0.3-1.3 %"},
    {"transport.fit.likely.saturation", 0.68, "1", 0.0, 1.0, Literature, "0.4-0.9"},
    {"transport.fit.likely.scattering_factor", 1.4, "1", 0.3, 4.5, Literature, "people in vivo ask for 1.2-1.9 times the published"},
    {"transport.fit.likely.baseline_factor", 0.6, "1", 0.02, 4.8, Literature, "the published is often up to four times too strong"},
}};
/// Standard deviations in the coordinate of the search.
inline constexpr std::array<Constant, 5> spread{{
    {"transport.fit.spread.melanin_fraction", 1.5, "1", 0.8, 2.0, Assumed, "wider than the literature's: holds only what a spectrum leaves open"},
    {"transport.fit.spread.blood_fraction", 0.8, "1", 0.4, 1.2, Assumed, "wider than the literature's: holds only what a spectrum leaves open"},
    {"transport.fit.spread.saturation", 0.25, "1", 0.15, 0.4, Assumed, "wider than the literature's: holds only what a spectrum leaves open"},
    {"transport.fit.spread.scattering_factor", 0.5, "1", 0.3, 0.8, Assumed, "wider than the literature's: holds only what a spectrum leaves open"},
    {"transport.fit.spread.baseline_factor", 1.0, "1", 0.5, 1.5, Assumed, "wider than the literature's: holds only what a spectrum leaves open"},
}};
inline constexpr Constant noise_floor{"transport.fit.noise_floor", 0.002, "1", 0.001, 0.005, Assumed, "reflectance that a spectrometer does not repeat"};
inline constexpr Constant noise_share{"transport.fit.noise_share", 0.01, "1", 0.005, 0.02, Assumed, "of a reflectance that it does not repeat, nor the model's bands follow"};
inline constexpr Constant unseen_factor{"transport.fit.unseen_factor", 3.0, "1", 1.0, 5.0, Assumed, "how much less a misfit below 400 and above 700 nm weighs"};
inline constexpr Constant colour_sigma{"transport.fit.colour_sigma", 0.15, "delta E 2000", 0.1, 0.3, Assumed, "the colour counts as three measurements as sure as this"};
inline constexpr Constant determined_share{"transport.fit.determined_share", 0.5, "1", 0.3, 0.7, Assumed, "a setting is determined when the spectrum narrows what is likely to this share"};

// clang-format on

} // namespace healed::transport::constant

namespace healed::transport {

/// All of the above, for people.
std::span<const Constant> fit_constants();

} // namespace healed::transport
