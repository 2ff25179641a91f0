#pragma once

#include "ellipsoid_head.h"
#include "treatment/scalp_frame.h"

namespace healed::treatment {

/// A head as coarse as tests of areas, strokes and hands allow, made once a program, and its frame.
inline const head::Head& the_head() {
    static const head::Head head = ellipsoid_head(256);
    return head;
}
inline const ScalpFrame& the_frame() {
    static const ScalpFrame frame(the_head());
    return frame;
}

} // namespace healed::treatment
