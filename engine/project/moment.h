#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace healed::project {

/// A time after the last session, in the words that people and files use.
struct Moment {
    double years;      ///< 0 … 50
    std::string words; ///< as it was given, e.g. "6.5y"
    std::string label; ///< for people, e.g. "6.5 years"
};

/// When a plan counts as healed.
inline constexpr double healed_days = 42.0;
inline constexpr double days_per_year = 365.25;
inline constexpr double latest_years = 50.0;

/// Reads `day0`, `healed` (42 days), or a number with d, w or y: `7d`, `4w`, `3y`, `6.5y`. Throws Error
/// naming the words for anything else and for times beyond 50 years.
Moment parse_moment(std::string_view words);

/// Moments between commas, in the order given: `day0,healed,3y`. Throws Error also for an empty list.
std::vector<Moment> parse_moments(std::string_view words);

} // namespace healed::project
