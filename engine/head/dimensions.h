#pragma once

#include "head/head.h"

namespace healed::head {

/// What a tape and callipers say of a head, mm.
struct Dimensions {
    double length;        ///< glabella to the hindmost place
    double breadth;       ///< greatest, above the ears
    double height;        ///< tragion to vertex, upright
    double face_height;   ///< root of the nose to the chin
    double face_breadth;  ///< greatest over the cheekbones
    double circumference; ///< tape just over the brow and round the hindmost place, ears left out
    double cephalic_index() const { return 100.0 * breadth / length; }
};

/// From the chart, whose surface has no ears, and the landmarks.
Dimensions dimensions_of(const ScalpChart& chart, const Landmarks& landmarks);

} // namespace healed::head
