#include "validation/row.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace healed::validation {
namespace {

bool has_bounds(const Allowed& allowed) {
    return std::isfinite(allowed.at_least) || std::isfinite(allowed.at_most);
}

double deviation(const Row& row) {
    const Allowed& a = row.allowed;
    return std::max(
        {a.relative * std::abs(*row.reference), a.absolute, a.standard_errors * a.standard_error});
}

/// Beside bounds alone a reference is only shown.
bool is_compared(const Row& row) {
    return row.reference && (deviation(row) > 0.0 || !has_bounds(row.allowed));
}

double strain_within_bounds(double value, const Allowed& allowed) {
    const double low = allowed.at_least, high = allowed.at_most;
    if (std::isfinite(low) && std::isfinite(high))
        return high > low ? std::abs(2.0 * value - low - high) / (high - low) : (value == low ? 0.0 : 2.0);
    if (value < low || value > high)
        return 2.0;
    const double bound = std::isfinite(low) ? low : high;
    const double larger = std::max(std::abs(value), std::abs(bound));
    return larger > 0.0 ? 1.0 - std::abs(value - bound) / larger : 1.0;
}

} // namespace

bool inside(const Row& row) {
    if (row.allowed.informative)
        return true;
    if (!std::isfinite(row.ours) || row.ours < row.allowed.at_least || row.ours > row.allowed.at_most)
        return false;
    return !is_compared(row) || std::abs(row.ours - *row.reference) <= deviation(row);
}

double strain(const Row& row) {
    if (row.allowed.informative)
        return 0.0;
    if (!std::isfinite(row.ours))
        return std::numeric_limits<double>::infinity();
    double most = has_bounds(row.allowed) ? strain_within_bounds(row.ours, row.allowed) : 0.0;
    if (is_compared(row)) {
        const double away = std::abs(row.ours - *row.reference);
        most = std::max(most, away == 0.0 ? 0.0 : away / deviation(row));
    }
    return most;
}

std::string allowed_words(const Row& row) {
    const Allowed& a = row.allowed;
    if (a.informative)
        return "for information";
    std::string words;
    const auto add = [&words](const char* joint, const std::string& more) {
        words += (words.empty() ? "" : joint) + more;
    };
    if (is_compared(row) && a.relative > 0.0)
        add(" or ", fmt::format("{:.3g} %", 100.0 * a.relative));
    if (is_compared(row) && a.absolute > 0.0)
        add(" or ", fmt::format("±{:.3g}", a.absolute));
    if (is_compared(row) && a.standard_errors > 0.0)
        add(" or ",
            fmt::format("{:.3g} s.e. (±{:.2g})", a.standard_errors, a.standard_errors * a.standard_error));
    if (std::isfinite(a.at_least) && std::isfinite(a.at_most))
        add(", ", fmt::format("{:.4g} … {:.4g}", a.at_least, a.at_most));
    else if (std::isfinite(a.at_least))
        add(", ", fmt::format("at least {:.4g}", a.at_least));
    else if (std::isfinite(a.at_most))
        add(", ", fmt::format("at most {:.4g}", a.at_most));
    return words.empty() ? "equal" : words;
}

} // namespace healed::validation
