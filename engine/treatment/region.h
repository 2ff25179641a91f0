#pragma once

#include "treatment/scalp_frame.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace healed::treatment {

/// Parts of the scalp as practitioners name them; Dot::zone holds one.
enum class Region : std::uint8_t { Front, MidScalp, Crown, Sides, Back };
inline constexpr std::size_t region_count = 5;

std::string_view to_string(Region region);

/// How much of each region a place belongs to, in their order, adding up to 1: regions pass into one another
/// over about a centimetre. Front: from the hairline a third of the way to the whorl. Crown: about the whorl.
/// Mid-scalp: between the two. Sides and back: below the widest part of the skull, parted behind the ears.
std::array<float, region_count> region_shares(const ScalpFrame& frame, glm::vec2 chart);

/// The region that a place belongs to most.
Region region_at(const ScalpFrame& frame, glm::vec2 chart);

} // namespace healed::treatment
