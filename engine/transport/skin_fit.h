#pragma once

#include "base/progress.h"
#include "color/illuminant.h"
#include "color/lab.h"
#include "transport/measured_skin.h"
#include "transport/skin_unknowns.h"

#include <array>
#include <optional>
#include <vector>

namespace healed::transport {

/// A skin that looks as somebody's skin was measured.
struct FittedSkin {
    skin::SkinSettings settings;
    /// One standard deviation of each unknown, in its own unit, given thicknesses and refractive index: from
    /// what the spectrum leaves open, its noise, and what the model cannot follow.
    Unknowns uncertainty;
    /// Whether the spectrum, rather than what is likely anyway, decided the value.
    std::array<bool, unknown_count> determined;
    std::array<Unknowns, unknown_count> correlation; ///< of the uncertainties, -1 … 1
    /// At the wavelengths that were measured; empty outside 380 … 780 nm.
    std::vector<std::optional<double>> reflectance;
    double rms;                          ///< of the reflectance, over those that are there
    color::Lab measured_lab, fitted_lab; ///< D65, 2°, over 400 … 700 nm or what of it was measured
    double delta_e_2000;
};

/// Inverts adding-doubling: the five unknowns by bounded least squares (Levenberg–Marquardt, several starts)
/// on the reflectance and on its colour; `others` gives the thicknesses and the index. Takes a second or two.
FittedSkin fit_skin(const MeasuredSkin& measured, const skin::Haemoglobin& haemoglobin,
                    const color::Viewing& viewing, const skin::SkinSettings& others = {},
                    const Progress& progress = {});

} // namespace healed::transport
