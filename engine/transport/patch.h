#pragma once

#include "skin/stack.h"
#include "transport/incidence.h"

#include <cstdint>
#include <vector>

namespace healed::transport {

/// Gaussian cloud of ink; `depth_mm` is of its centre. Absorption at the centre, one value a wavelength. Cuts
/// at one depth are ellipses of the same size and turn: `sigma_mm` along the direction at `azimuth_deg` from
/// x towards y, `sigma_y_mm` across it (0: as sigma_mm). Their centres lie on a line that may lean; with it
/// every Gaussian in space can be stated.
struct PatchDot {
    double x_mm, y_mm, depth_mm, sigma_mm, sigma_z_mm;
    double slant_x = 0.0, slant_y = 0.0; ///< mm sideways per mm of depth
    std::vector<double> peak_absorption_per_mm;
    double sigma_y_mm = 0.0, azimuth_deg = 0.0;
};

/// Uniform cylinder, for hair shafts and for validation against single-dot Monte Carlo.
struct PatchCylinder {
    double x_mm, y_mm, top_mm, radius_mm, thickness_mm;
    double slant_x = 0.0, slant_y = 0.0;
    std::vector<double> absorption_per_mm;
};

struct PatchSheet {
    double top_mm, thickness_mm;
    std::vector<double> absorption_per_mm;
};

/// What a needle leaves that was dragged: a straight rod of ink from one place to another, Gaussian across
/// and even along, with flat ends. Absorption on its axis.
struct PatchStreak {
    double x_mm, y_mm, depth_mm, end_x_mm, end_y_mm, end_depth_mm, sigma_mm;
    std::vector<double> peak_absorption_per_mm;
};

/// A flat rectangle of skin with absorbers in it, x to the right and y down from its upper left corner.
struct Patch {
    std::vector<double> wavelengths_nm;
    std::vector<skin::OpticalStack> stacks; ///< one a wavelength
    double width_mm = 1.0, height_mm = 1.0;
    int columns = 1, rows = 1; ///< points where reflectance is asked, at cell centres
    bool periodic = false;     ///< whether the absorbers repeat without end
    Incidence incidence = Incidence::Diffuse;
    std::vector<PatchDot> dots;
    std::vector<PatchCylinder> cylinders;
    std::vector<PatchSheet> sheets;
    std::vector<PatchStreak> streaks;
};

/// Values per wavelength, then row by row over the grid.
struct PatchReflectance {
    std::vector<double> bare;                        ///< R0, specular excluded
    std::vector<std::vector<double>> ratio;          ///< R / R0
    std::vector<std::vector<double>> standard_error; ///< of the ratio; empty where the method has none
};

} // namespace healed::transport
