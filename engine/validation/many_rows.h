#pragma once

#include "validation/row.h"

#include <cstddef>
#include <vector>

namespace healed::validation {

/// Of many rows that may each lie three standard errors off, some lie farther by chance (one in 370), so the
/// rows of a family are judged together, such that a family of right answers fails as seldom as a single row
/// would:
///
/// - each row may lie as far off as the farthest of so many independent rows lies with the same probability
///   (Šidák 1967; 3 standard errors for one row, 4.2 for 100, 4.5 for 500); rows that share paths lie less
///   far;
/// - the mean square of all deviations, in standard errors, is expected to be 1 and may not be above what
///   `independent` degrees of freedom allow (Wilson & Hilferty 1931). It sees a small bias of many rows.
///
/// Widens the former in place and adds a row for the latter. Only rows that allow three standard errors take
/// part, and in the mean square only those that allow nothing besides. `independent`: how many of the rows
/// share no paths, at least 1.
void judge_together(std::vector<Row>& rows, std::size_t independent);

/// How many standard errors the farthest of `rows` normal deviations stays within, as seldom exceeded as
/// three by one.
double bound_of_many(std::size_t rows);

/// What the mean square of `degrees` normal deviations stays below, as seldom exceeded as three standard
/// errors by one.
double mean_square_bound(std::size_t degrees);

} // namespace healed::validation
