#include "study/cohort.h"

#include "aging/exposure.h"
#include "base/parallel.h"

#include <algorithm>

namespace healed::study {

namespace {

Fate fate_of(const Judge& judge, const Person& person) {
    const Prospect prospect(judge, person);
    return {.person = person,
            .sed_per_year = aging::vertex_dose_sed(person.client),
            .touch_up = prospect.touch_up(),
            .kept_at_half_a_year = prospect.at(0.5).contrast / std::max(prospect.healed().contrast, 1e-9)};
}

/// Between two of them progress is told, and work can be stopped.
constexpr std::size_t clients_a_round = 512;

} // namespace

std::vector<Fate> run_cohort(const Judge& judge, const SetForAll& set, std::size_t patients,
                             std::uint64_t seed, const Progress& progress) {
    std::vector<Fate> fates(patients);
    for (std::size_t first = 0; first < patients; first += clients_a_round) {
        const std::size_t count = std::min(clients_a_round, patients - first);
        parallel_for(count, 16, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = first + begin; i < first + end; ++i)
                fates[i] = fate_of(judge, draw_person(set, seed, i));
        });
        if (progress)
            progress(static_cast<double>(first + count) / static_cast<double>(patients));
    }
    return fates;
}

} // namespace healed::study
