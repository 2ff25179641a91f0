#pragma once

#include "base/progress.h"
#include "study/judge.h"

#include <cstdint>
#include <vector>

namespace healed::study {

/// What became of one client.
struct Fate {
    Person person;
    double sed_per_year; ///< that reaches the ink on the vertex
    TouchUp touch_up;
    double kept_at_half_a_year; ///< contrast over the healed one
};

/// `patients` clients of a seed with a treatment, in their order; the same on any number of threads.
std::vector<Fate> run_cohort(const Judge& judge, const SetForAll& set, std::size_t patients,
                             std::uint64_t seed, const Progress& progress);

} // namespace healed::study
