#pragma once

namespace healed::aging {

/// How soon after each session a person goes back to what softens or tears crusts, in days. The defaults are
/// what practitioners advise, and cost nothing; sooner costs ink, the more the sooner, and later gains none.
struct Care {
    double water_from_day = 4.0;  ///< washing the scalp, 0 … 60
    double sweat_from_day = 5.0;  ///< sport, 0 … 60
    double shave_from_day = 10.0; ///< 0 … 60
    double pool_from_day = 28.0;  ///< pool, sauna, strong sun, 0 … 60
};

/// When crusts let go: the day that healing sets, or a day after the first thing that came too soon.
double crust_detachment_day(const Care& care);

/// Share of the ink in the skin that survives the care it has had up to a day. `crust_left` is the share of
/// the crust that is still there, 0 … 1: what is torn goes with it.
double kept_by_care(const Care& care, double days, double crust_left);

} // namespace healed::aging
