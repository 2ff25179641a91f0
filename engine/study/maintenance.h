#pragma once

#include "base/json.h"
#include "base/progress.h"
#include "study/judge.h"

#include <optional>
#include <vector>

namespace healed::study {

/// Where the tone of a zone is to stay and for how long, as shares of the healed contrast without touch-ups.
struct ToneBand {
    double low = 0.75, high = 1.15; ///< 0.3 … 0.95 and 1 … 2
    double years = 20.0;            ///< 1 … 40
};

/// How crowded a zone is. Beyond the limits (constants.h) it reads as a helmet, not as hair.
struct Crowding {
    double dots_per_cm2;  ///< all that were ever set
    double share_between; ///< of the skin that lies between dots, as wide as they have become (Boolean model)
    bool helmet;
};

/// One touch-up of a course.
struct Renewal {
    double at_years;
    double added_density;           ///< share of the natural follicular density
    double added_per_cm2;           ///< dots
    double kept_before, kept_after; ///< contrast over the healed one: that day, and six weeks later
    Crowding crowding;              ///< six weeks later
};

/// Touch-ups no nearer than a gap, each as small as lasts until the next.
struct MaintenanceCourse {
    double gap_years;
    std::vector<Renewal> renewals;
    double added_per_cm2;
    double lowest_kept, highest_kept; ///< from the first healing to the end
    Crowding at_end;
    bool holds; ///< within the band throughout and no helmet
    std::optional<ZoneLook> look_at_end;
};

struct Maintenance {
    ToneBand band;
    std::vector<MaintenanceCourse> courses; ///< by gap, rising
    /// Of the courses that hold, the one with the fewest dots; of equals the one with fewer visits.
    std::optional<std::size_t> best;
};

/// Looks for the fewest dots that keep a client's zone within the band, for gaps of one to six years between
/// touch-ups; the plan's own touch-ups are left out. Ink, depth and shade are those of the plan's last
/// session.
Maintenance plan_maintenance(treatment::Plan plan, const ink::Library& library, const Skins& skins,
                             const Person& person, const ToneBand& band, const Progress& progress);

/// Figures for machines.
nlohmann::ordered_json to_json(const Maintenance& maintenance);

} // namespace healed::study
