#include "live/give_way.h"

#include <sys/resource.h>
#include <unistd.h>

namespace healed::studio {

void give_way_to_the_window() {
    constexpr int lower_rank = 5;
    const auto thread = static_cast<id_t>(::gettid());
    ::setpriority(PRIO_PROCESS, thread, ::getpriority(PRIO_PROCESS, thread) + lower_rank);
}

} // namespace healed::studio
