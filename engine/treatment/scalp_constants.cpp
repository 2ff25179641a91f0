#include "treatment/scalp_constants.h"

#include <array>

namespace healed::treatment {

std::span<const Constant> scalp_constants() {
    using namespace constant;
    static constexpr std::array all{
        whorl_share,  whorl_right,  ludwig_edge, behind_whorl,       moth_eaten,   norwood_half_edge,
        vellus_left,  hairs_apart,  radius_cv,   angle_scatter,      finest_share, spiral_at_centre,
        spiral_reach, lean_scatter, least_gap,   sight_of_retention, most_steering};
    return all;
}

} // namespace healed::treatment
