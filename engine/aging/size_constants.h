#pragma once

#include "base/constant.h"

#include <array>

/// Numbers of the model of time that say how wide a dot is.
namespace healed::aging::constant {

using enum Evidence;

// A table reads in rows.
// clang-format off

/// Healed diameter over needle footprint, by depth: small when right, wide when the needle went too deep.
struct SizeAtDepth {
    double depth_mm, ratio;
};
inline constexpr std::array<SizeAtDepth, 7> healed_size{
    {{0.0, 0.40}, {0.11, 0.45}, {0.30, 0.50}, {0.44, 1.0}, {0.55, 1.8}, {0.72, 3.0}, {1.0, 4.0}}};
inline constexpr std::array<Constant, healed_size.size()> healed_size_ratio{{
    {"aging.size.ratio_at_0.00mm", healed_size[0].ratio, "1", 0.3, 0.5, Assumed, "extrapolated"},
    {"aging.size.ratio_at_0.11mm", healed_size[1].ratio, "1", 0.35, 0.55, Assumed, "interpolated"},
    {"aging.size.ratio_at_0.30mm", healed_size[2].ratio, "1", 0.4, 0.6, Literature, "practice: dots heal to half"},
    {"aging.size.ratio_at_0.44mm", healed_size[3].ratio, "1", 0.8, 1.2, Assumed, "interpolated"},
    {"aging.size.ratio_at_0.55mm", healed_size[4].ratio, "1", 1.4, 2.2, Assumed, "interpolated"},
    {"aging.size.ratio_at_0.72mm", healed_size[5].ratio, "1", 2.5, 3.5, Literature, "practice: threefold if too deep"},
    {"aging.size.ratio_at_1.00mm", healed_size[6].ratio, "1", 3.0, 5.0, Assumed, "extrapolated"},
}};
inline constexpr Constant settling_tau{"aging.size.settling_tau", 5.0, "d", 3.0, 8.0, Assumed, "from the fresh footprint to the healed size, as swelling goes"};
inline constexpr Constant spread{"aging.size.spread", 1.5e-4, "mm2/y", 0.5e-4, 4e-4, Assumed, "D at the spread's own depth; bounded by tattoo detail lost in 10-15 y (Eames 2011)"};
inline constexpr Constant spread_depth{"aging.size.spread_depth", 0.275, "mm", 0.25, 0.30, Assumed, "depth at which the spread is stated"};
inline constexpr Constant spread_length{"aging.size.spread_length", 0.154, "mm", 0.1, 0.25, Assumed, "how fast the spread grows with depth"};

// clang-format on

} // namespace healed::aging::constant
