#pragma once

#include "base/json.h"
#include "base/progress.h"
#include "study/judge.h"

#include <array>
#include <cstdint>
#include <vector>

namespace healed::study {

/// Quantiles of one figure over what cannot be known beforehand: a tenth of the futures lie below the first,
/// a tenth above the last.
struct Tenths {
    double p10, p50, p90;
};

/// The zone of one client at a time, in all its possible futures.
struct ForecastAt {
    double years; ///< on the plan's clock
    Tenths contrast, kept_contrast, ink_ng_per_mm2, diameter_mm, zone_cast, dot_cast, blueness;
    std::array<color::Lab, 3> lab; ///< of the three futures that stand for all
};

/// One possible future: the person as drawn, and which draw it is.
struct Future {
    Person person;
    std::uint64_t draw;
};

struct Forecast {
    std::uint64_t draws;
    std::vector<ForecastAt> times;
    Tenths touch_up_years; ///< horizon_years for what lasts
    double lasting_share;
    /// Whose contrast at the last time is the 10 %, 50 % and 90 % quantile: people that were drawn, not
    /// means, so that they can be shown in pictures. The first has faded most.
    std::array<Future, 3> futures;
};

/// The years ahead of a client whose body and habits are known. Futures of one seed are the same for every
/// plan and client, so differences between forecasts are differences of what was changed. `draws` at least
/// 10; `years` at least one time.
Forecast forecast(const Judge& judge, const aging::Client& client, const std::vector<double>& years,
                  std::uint64_t draws, std::uint64_t seed, const Progress& progress);

/// Figures for machines.
nlohmann::ordered_json to_json(const Forecast& forecast);

} // namespace healed::study
