#pragma once

#include "base/json.h"
#include "base/progress.h"
#include "study/crowding.h"

#include <optional>
#include <vector>

namespace healed::study {

/// Where the tone of a zone is to stay and for how long, as shares of the healed contrast without touch-ups.
struct ToneBand {
    double low = 0.75, high = 1.15; ///< 0.3 … 0.95 and 1 … 2
    double years = 20.0;            ///< 1 … 40
};

/// One touch-up of a course.
struct Renewal {
    double at_years;
    double added_density;           ///< share of the natural follicular density
    double added_per_cm2;           ///< dots
    double kept_before, kept_after; ///< contrast over the healed one: that day, and six weeks later
    Crowding crowding;              ///< six weeks later
};

/// A healed zone on its way.
struct ToneAt {
    double years;
    double kept; ///< contrast over the healed one
    Crowding crowding;
};

/// Touch-ups no nearer than a gap, each as small as lasts until the next.
struct MaintenanceCourse {
    double gap_years;
    std::vector<Renewal> renewals;
    double added_per_cm2;
    std::vector<ToneAt> way;          ///< twenty times a year, but while a touch-up heals
    double lowest_kept, highest_kept; ///< from the first healing to the end
    Crowding at_end;
    bool in_band;                       ///< throughout
    std::optional<double> helmet_years; ///< from when on it reads as a helmet
    bool holds() const { return in_band && !helmet_years; }
    std::optional<ZoneLook> look_at_end;
};

struct Maintenance {
    ToneBand band;
    std::vector<MaintenanceCourse> courses; ///< by gap, rising
    /// Of the courses that hold, the one with the fewest dots; of equals the one with fewer visits.
    std::optional<std::size_t> best;
    /// The best; if there is none, the one that keeps the tone and stays free of a helmet for longest.
    std::size_t nearest;
};

/// Looks for the fewest dots that keep a client's zone within the band, for gaps of one to six years between
/// touch-ups; the plan's own touch-ups are left out. Ink, depth and shade are those of the plan's last
/// session.
Maintenance plan_maintenance(treatment::Plan plan, const ink::Library& library, const Skins& skins,
                             const Person& person, const ToneBand& band, const Progress& progress);

/// Figures for machines.
nlohmann::ordered_json to_json(const Maintenance& maintenance);

} // namespace healed::study
