#pragma once

#include "treatment/plan.h"
#include "treatment/sites.h"

#include <span>
#include <vector>

namespace healed::treatment {

/// Sites of a hand that lays dots without an eye for the follicles, by chance or in straight rows, for
/// several sittings as progressive_sites() has them: densities follow the field, and nothing else does.
std::vector<std::vector<Site>> careless_sites(const ScalpFrame& frame, const ChartField& per_cm2,
                                              std::span<const double> cumulative, Layout layout,
                                              std::uint64_t seed);

/// The places that a hand really touches: some missed, some touched twice a little aside.
std::vector<Site> touched(const ScalpFrame& frame, std::vector<Site> sites, const Hand& hand,
                          std::uint64_t seed, std::uint64_t first_index);

} // namespace healed::treatment
