#pragma once

#include "head/head.h"

namespace healed::head {

/// The built-in head, made once a test program.
inline const Head& built_in() {
    static const Head head = made_built_in_head();
    return head;
}

} // namespace healed::head
