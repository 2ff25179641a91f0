#pragma once

#include "base/json.h"
#include "study/cohort.h"
#include "study/quantiles.h"

#include <array>
#include <optional>
#include <string>

namespace healed::study {

/// Shares and medians of parts of a cohort.
struct Shares {
    /// Of those who come back, by cause; 0 where nobody does.
    std::array<double, cause_count> failure;
    /// Back within three years, by quarter of the cohort in order of dose; absent below four clients.
    std::optional<std::array<double, 4>> by_3y_by_uv_quartile;
    /// Median years by protection; absent where nobody protects so.
    std::array<std::optional<double>, 3> median_by_protection;
};
Shares shares_of(const std::vector<Fate>& fates);

/// What a cohort comes to. Times are years after the last session; who is content beyond the horizon counts
/// with the horizon.
struct Findings {
    std::size_t patients;
    std::array<double, 10> satisfied; ///< share content at 1 … 10 years
    Banded mean, p5, p25, p50, p75, p95;
    double three_to_seven;      ///< share that comes back between 3 and 7 years
    double lasting_share;       ///< content beyond the horizon
    double kept_at_half_a_year; ///< mean contrast at half a year over the healed one
    Shares shares;
};

/// The cohort is not empty; `seed` is that of the bootstrap.
Findings findings_of(const std::vector<Fate>& fates, std::uint64_t seed);

/// Figures for machines; the fields stand in the order of the struct.
nlohmann::ordered_json to_json(const Findings& findings);

/// One line a client, with what was drawn and what became of it.
std::string to_csv(const std::vector<Fate>& fates);

} // namespace healed::study
