#pragma once

#include "treatment/scalp_frame.h"

#include <cstdint>
#include <string_view>

namespace healed::treatment {

/// Parts of the scalp as practitioners name them; Dot::zone holds one.
enum class Region : std::uint8_t { Front, MidScalp, Crown, Sides, Back };

std::string_view to_string(Region region);

/// Front: from the hairline a third of the way to the whorl. Crown: about the whorl. Mid-scalp: between the
/// two. Sides and back: below the widest part of the skull, parted behind the ears.
Region region_at(const ScalpFrame& frame, glm::vec2 chart);

} // namespace healed::treatment
