#include "base/stopwatch.h"

#include <ctime>

namespace healed {

namespace {

double seconds(clockid_t clock) {
    timespec time{};
    ::clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

} // namespace

Stopwatch::Stopwatch()
    : wall_begin_s_(seconds(CLOCK_MONOTONIC)), cpu_begin_s_(seconds(CLOCK_PROCESS_CPUTIME_ID)) {}

double Stopwatch::wall_s() const {
    return seconds(CLOCK_MONOTONIC) - wall_begin_s_;
}

double Stopwatch::cpu_s() const {
    return seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu_begin_s_;
}

} // namespace healed
