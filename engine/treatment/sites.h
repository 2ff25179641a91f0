#pragma once

#include "treatment/chart_field.h"
#include "treatment/random.h"
#include "treatment/scalp_frame.h"

#include <span>
#include <vector>

namespace healed::treatment {

/// A place on the scalp.
struct Site {
    glm::vec2 chart;
    glm::vec3 position_mm;
};

/// Sites of blue noise whose density follows a field; as many as the field's integral says.
/// `seed` and `purpose` choose among equally good sets.
std::vector<Site> blue_noise_sites(const ScalpFrame& frame, const ChartField& per_cm2, std::uint64_t seed,
                                   Purpose purpose);

/// Sites for several sittings, each filling the gaps that the ones before have left. `cumulative` are the
/// shares of the field reached after each sitting, rising; `taken` are places that no site may crowd
/// (follicles that still carry hair), whose own density is `taken_per_cm2`.
std::vector<std::vector<Site>> progressive_sites(const ScalpFrame& frame, const ChartField& per_cm2,
                                                 std::span<const double> cumulative,
                                                 std::span<const Site> taken, const ChartField& taken_per_cm2,
                                                 std::uint64_t seed);

/// Sites that fill the gaps of a finished pattern: as many as the field's integral says, none nearer
/// to a place of `taken` than `least_gap_mm`. Fewer where no room is left. `taken_per_cm2` as above.
std::vector<Site> sites_between(const ScalpFrame& frame, const ChartField& per_cm2,
                                std::span<const Site> taken, const ChartField& taken_per_cm2,
                                float least_gap_mm, std::uint64_t seed);

} // namespace healed::treatment
