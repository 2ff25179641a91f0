#include "validation/many_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace healed::validation {
namespace {

constexpr double standard_errors_of_one = 3.0;

/// Probability that a normal deviation is farther than this, to either side.
double probability_beyond(double standard_errors) {
    return std::erfc(standard_errors / std::sqrt(2.0));
}

bool by_standard_errors(const Row& row) {
    return !row.allowed.informative && row.reference && row.allowed.standard_error > 0.0 &&
           row.allowed.standard_errors == standard_errors_of_one;
}

bool by_nothing_else(const Row& row) {
    return row.allowed.relative == 0.0 && row.allowed.absolute == 0.0;
}

} // namespace

double bound_of_many(std::size_t rows) {
    const double kept = 1.0 - probability_beyond(standard_errors_of_one);
    const double beyond = -std::expm1(std::log(kept) / static_cast<double>(std::max<std::size_t>(rows, 1)));
    double low = standard_errors_of_one, high = 12.0;
    for (int i = 0; i < 60; ++i) {
        const double middle = 0.5 * (low + high);
        (probability_beyond(middle) > beyond ? low : high) = middle;
    }
    return high;
}

double mean_square_bound(std::size_t degrees) {
    // The same probability to one side only.
    double low = 0.0, high = standard_errors_of_one;
    for (int i = 0; i < 60; ++i) {
        const double middle = 0.5 * (low + high);
        (0.5 * probability_beyond(middle) > probability_beyond(standard_errors_of_one) ? low : high) = middle;
    }
    const double spread = 2.0 / (9.0 * static_cast<double>(std::max<std::size_t>(degrees, 1)));
    return std::pow(1.0 - spread + high * std::sqrt(spread), 3.0);
}

void judge_together(std::vector<Row>& rows, std::size_t independent) {
    double squares = 0.0;
    std::size_t judged = 0, alone = 0;
    for (const Row& row : rows) {
        if (!by_standard_errors(row))
            continue;
        ++judged;
        if (!by_nothing_else(row))
            continue;
        squares += std::pow((row.ours - *row.reference) / row.allowed.standard_error, 2.0);
        ++alone;
    }
    if (judged == 0)
        return;
    const double bound = bound_of_many(judged);
    for (Row& row : rows)
        if (by_standard_errors(row))
            row.allowed.standard_errors = bound;
    if (alone > 0)
        rows.push_back({fmt::format("mean square of {} deviations, in standard errors", alone),
                        squares / static_cast<double>(alone),
                        1.0,
                        {.at_most = mean_square_bound(std::min(alone, independent))},
                        "chi square"});
}

} // namespace healed::validation
