#pragma once

#include "base/json.h"
#include "base/progress.h"
#include "study/judge.h"

#include <optional>
#include <string>
#include <vector>

namespace healed::study {

/// Ways out of a bad start.
enum class Remedy { Leave, Laser, Blend, Reline, LaserAndReline };
inline constexpr std::array<std::string_view, 5> remedy_words{"leave", "laser", "blend", "re-line",
                                                              "laser-and-re-line"};

struct CorrectionRequest {
    double start_years = 1.0;      ///< when the first step is taken, on the plan's clock, at least healed
    double between_passes_d = 56;  ///< 42 … 180
    int most_passes = 10;          ///< 1 … 20
    double wanted_depth_mm = 0.27; ///< resting depth of the dots that should have been
    std::string wanted_ink = "smp-carbon";
};

/// One remedy at its best.
struct Correction {
    Remedy remedy;
    int passes;           ///< of the laser
    double wavelength_nm; ///< 0 without laser
    double added_density; ///< of new dots, share of the natural follicular density
    double months;        ///< from the first step to the healed result
    ZoneLook look;        ///< six weeks after the last step
    /// ΔE2000 between the zone and what is wanted: of Laser bare skin, of all others the right treatment.
    double residue;
    bool dots_too_wide; ///< by the criterion of size (constants.h), where the zone is still seen
    bool too_blue;      ///< by that of blueness, where the zone is still seen
};

/// The zone after so many passes, with the wavelength that has taken most away by then.
struct LaserStep {
    int passes;
    double wavelength_nm;
    double months;  ///< from the first pass
    double residue; ///< ΔE2000 to bare skin
};

struct CorrectionTable {
    CorrectionRequest request;
    ZoneLook start; ///< at start_years
    color::Lab wanted, bare;
    std::vector<Correction> rows; ///< one a remedy
    std::vector<LaserStep> laser; ///< from one pass to as many as are allowed

    /// The fewest passes after which bare skin and the zone are told apart no more.
    std::optional<int> passes_to_clear() const;
};

/// Compares the remedies for a plan that went wrong, in one client. Blending sets lighter dots (0.4 of the
/// shade) of the wanted ink at the wanted depth beside the old ones, re-lining sets new dots of full shade;
/// how many is chosen for the least residue, and of laser passes the fewest that come within half a ΔE2000 of
/// the best. The plan's own touch-ups and passes are left out.
CorrectionTable plan_correction(treatment::Plan plan, const ink::Library& library, const Skins& skins,
                                const Person& person, const CorrectionRequest& request,
                                const Progress& progress);

/// Figures for machines.
nlohmann::ordered_json to_json(const CorrectionTable& table);

} // namespace healed::study
