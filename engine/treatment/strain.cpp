#include "treatment/strain.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace healed::treatment {

namespace {

using enum Evidence;

// A table reads in rows.
// clang-format off
constexpr Constant unit_load{"treatment.strain.unit", 60.0, "1/cm2", 40.0, 90.0, Assumed, "dots of one session at 30 % of the natural density, which practice calls gentle"};
constexpr Constant healing_time{"treatment.strain.healing_time", 7.0, "d", 4.0, 12.0, Literature, "practice: 7-28 days between sessions; crusts are gone within a week"};
constexpr Constant half_taken{"treatment.strain.half_taken", 4.0, "1", 2.5, 6.0, Assumed, "load at which half of the ink is pushed out"};
constexpr Constant taken_power{"treatment.strain.taken_power", 3.0, "1", 2.0, 4.0, Assumed, "how sharply over-worked skin stops taking ink"};
constexpr Constant widening_per_load{"treatment.strain.widening", 0.02, "1", 0.0, 0.05, Assumed, "of the dot's diameter, by the square of the load"};
constexpr Constant usual_gauge{"treatment.strain.usual_gauge", 0.30, "mm", 0.25, 0.35, Literature, "needles of 0.25 to 0.35 mm are usual; a wound goes with the needle's cross-section"};
// clang-format on
constexpr std::array all{usual_gauge, unit_load, healing_time, half_taken, taken_power, widening_per_load};

} // namespace

double touch_wound(const Needle& needle) {
    return std::pow(needle.gauge_mm / usual_gauge, 2) * needle.dwell * needle.pressure;
}

std::vector<Strain> visit_strains(std::span<const Visit> visits, const Hand& hand, double per_cm2) {
    std::vector<Strain> strains;
    double left = 0.0, last_day = 0.0, reached = 0.0;
    for (const Visit& visit : visits) {
        const Session& session = visit.session;
        left *= std::exp(-(session.day - last_day) / healing_time);
        last_day = session.day;
        const double set = std::max(session.cumulative_density - reached, 0.0);
        reached = std::max(session.cumulative_density, reached);
        left += set * per_cm2 * touch_wound(visit.needle) * (1.0 + hand.doubled) / unit_load;
        strains.push_back({.load = left,
                           .ink_taken = 1.0 / (1.0 + std::pow(left / half_taken, taken_power.value)),
                           .widening = 1.0 + widening_per_load * left * left});
    }
    return strains;
}

std::span<const Constant> strain_constants() {
    return all;
}

} // namespace healed::treatment
