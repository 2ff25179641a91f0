#pragma once

#include "treatment/long_hair.h"
#include "treatment/mark.h"
#include "treatment/region.h"
#include "treatment/scalp.h"
#include "treatment/stroke.h"
#include "treatment/test_chart.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace healed::treatment {

/// The frontal hairline as a practitioner would state it.
struct Hairline {
    double height_over_brow_mm = 68.0; ///< midline height over the glabella, 35 … 110
    double temple_recession_mm = 14.0; ///< how far the temporal corners lie behind the midline point, 0 … 50
    double width_mm = 125.0;           ///< between the temporal corners, 80 … 170
    double irregularity_mm = 3.0;      ///< amplitude of the irregular edge, 0 … 12
    double feather_mm = 9.0;           ///< over which density rises from the edge to full, 0 … 30
    /// Between the frontal edge and the edge of the temple where they meet, 50 … 150: the temple's edge is
    /// bent for it. As on a median head when left out.
    std::optional<double> temple_angle_deg;
    /// Places that the edge runs through, from the head's right to its left: drawn by hand, they replace
    /// height, recession and width between the first and the last of them. Empty, or two or more.
    std::vector<Place> curve;
};

/// Work in one region against that of the whole plan.
struct ZoneWork {
    double density = 1.0; ///< of dots, 0 … 2; 0 leaves the region untouched
    double size = 1.0;    ///< of the needle's footprint, 0.5 … 2
    double shade = 1.0;   ///< of the dilution, 0.1 … 3
};

struct Needle {
    int points = 3;                 ///< 1 … 14
    double gauge_mm = 0.30;         ///< thickness of one needle, 0.15 … 0.5: how much it wounds
    double footprint_mm = 0.24;     ///< diameter that the point group marks, 0.1 … 1.5
    double setting_mm = 1.42;       ///< how far the machine lets the needle out, 0.3 … 6
    double resting_depth_mm = 0.27; ///< centroid of the ink once healed, 0.03 … 3
    double tilt_deg = 8.0;          ///< from the normal, 0 … 60
    double dwell = 1.0;             ///< time in the skin over that of a quick touch, 0.3 … 5
    double pressure = 1.0;          ///< over that of a light hand, 0.5 … 3
    double ink_load = 1.0;          ///< ink on the needle over a dip's usual, 0.2 … 3
    bool follows_growth = true;     ///< leans the way the hair does, else always to the practitioner
};

/// How dots are laid out.
enum class Layout {
    Natural, ///< as follicles: irregular, but never crowded
    Chance,  ///< without regard to one another
    Rows     ///< in straight rows
};

/// What the practitioner's hand adds.
struct Hand {
    double depth_sd_mm = 0.039; ///< between dots, 0 … 0.5
    double size_cv = 0.10;      ///< coefficient of variation of the footprint, 0 … 0.6
    double load_cv = 0.18;      ///< of the ink delivered per dot, 0 … 1
    double place_sd_mm = 0.08;  ///< scatter of the touch about its place, 0 … 1
    double missed = 0.0;        ///< share of places left out, 0 … 0.5
    double doubled = 0.0;       ///< share of places touched twice, 0 … 0.5
    Layout layout = Layout::Natural;
};

/// One sitting; densities are of all dots set so far.
struct Session {
    double day = 0.0;                ///< since the first session, 0 … 3650
    double cumulative_density = 1.0; ///< share of natural follicular spacing reached, 0.05 … 2
    std::string ink = "smp-carbon";  ///< name of an ink
    double shade = 1.0;              ///< dilution relative to the ink's standard dose, 0.1 … 3
    double compensation = 0.0;       ///< of what skin did not keep of the sessions before, 0 … 1
};

/// Dots set later, beside the old ones: a touch-up, or a correction with another ink. Times are on the plan's
/// clock, which shows 0 right after the last session.
struct TouchUp {
    double at_years = 3.0;                  ///< 0 … 50
    double added_density = 0.2;             ///< share of natural follicular spacing added, 0.02 … 2
    std::string ink = "smp-carbon";         ///< name of an ink
    double shade = 1.0;                     ///< 0.1 … 3
    std::optional<double> resting_depth_mm; ///< that of the plan's needle when left out
    std::optional<double> footprint_mm;     ///< the same
    bool correction = false;                ///< set to hide what went wrong, not to renew
};

/// One pass of a Q-switched or picosecond laser over the whole treated skin.
struct LaserPass {
    double at_years = 1.0;         ///< -10 … 50
    double wavelength_nm = 1064.0; ///< 400 … 1100
    double strength = 1.0;         ///< fluence over the usual one for this skin, 0.1 … 2
};

struct Plan {
    Norwood norwood = Norwood::V;
    std::vector<Loss> losses;
    Transplant transplant;
    std::vector<Mark> marks;
    Hairline hairline;
    std::array<ZoneWork, region_count> zones; ///< in the order of Region
    std::vector<Area> areas;     ///< where to work; empty for wherever hair is missing within the hairline
    std::vector<Stroke> strokes; ///< painted over all that, in their order
    Follicles follicles;
    std::optional<LongHair> long_hair; ///< worn instead of stubble
    Needle needle;
    Hand hand;
    std::vector<Session> sessions;
    std::vector<TouchUp> touch_ups;       ///< rising in time
    std::vector<LaserPass> laser_passes;  ///< rising in time
    std::vector<HairChange> hair_changes; ///< rising in time
    std::optional<TestChart> test_chart;  ///< laid instead of any treatment
    std::uint64_t seed = 1;
};

} // namespace healed::treatment
