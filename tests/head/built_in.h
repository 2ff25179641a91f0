#pragma once

#include "head/head.h"

namespace healed::head {

/// The built-in head, made kept between test programs of one build.
inline const Head& built_in() {
    static const Head head = built_in_head();
    return head;
}

} // namespace healed::head
