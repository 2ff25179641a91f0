#pragma once

#include "base/constant.h"
#include "study/findings.h"

#include <vector>

namespace healed::study {

/// The figures of a cohort that carry most weight.
struct LoadBearing {
    double satisfied_at_3y;  ///< share
    double p25, median, p75; ///< years to touch-up
    double mean;
    double three_to_seven;   ///< share that comes back between 3 and 7 years
    double uv_ratio;         ///< back within 3 years: quarter with most sun over that with least
    double protection_ratio; ///< median with daily protection over median without
};
/// A ratio of nothing to nothing is 1, of something to nothing infinite.
LoadBearing load_bearing(const std::vector<Fate>& fates);

/// What a cohort would come to with one constant at the ends of its range and all others as they are. The
/// same people throughout, so that differences are real.
struct Sensitivity {
    const Constant* constant;
    LoadBearing at_low, at_high;

    /// How far the share that is content at three years moves.
    double swing() const;
};

struct SensitivityTable {
    LoadBearing as_is;
    std::vector<Sensitivity> rows; ///< widest swing first
};

/// Every constant of clearance, light, healing, size, people and judgement that a cohort depends on. Nothing
/// else may compute meanwhile (ConstantTrial).
SensitivityTable sensitivities(const treatment::Plan& plan, const ink::Library& library, const Skins& skins,
                               const SetForAll& set, std::size_t patients, std::uint64_t seed,
                               const Progress& progress);

} // namespace healed::study
