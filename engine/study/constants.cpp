#include "study/constants.h"

#include <vector>

namespace healed::study {

std::span<const Constant* const> constants() {
    using namespace constant;
    static const std::vector<const Constant*> all = [] {
        std::vector<const Constant*> list{
            &immune_sd,        &age_mean,         &age_sd,        &dry_share,      &oily_share,
            &dry_factor,       &oily_factor,      &smoker_share,  &ambient_median, &ambient_sd,
            &indoor_fraction,  &outdoor_fraction, &outdoor_share, &fraction_sd,    &daily_share,
            &occasional_share, &depth_sd,         &size_cv,       &load_cv,        &kept_contrast,
            &kept_contrast_sd, &bluest,           &right_depth,   &largest_dot,    &helmet_dots,
            &helmet_between,   &dot_shows,        &least_seen,    &strongest_cast};
        for (const Constant& share : type_share)
            list.push_back(&share);
        return list;
    }();
    return all;
}

} // namespace healed::study
