#include "session/frame_clock.h"

#include <algorithm>
#include <ctime>

namespace healed::studio {

namespace {

double thread_cpu_s() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

void FrameClock::begin() {
    now_ = {.part = {}, .number = ++count_, .story_line = line_};
    begin_ = part_begin_ = Clock::now();
    cpu_begin_s_ = thread_cpu_s();
}

void FrameClock::part(std::string name) {
    end_part();
    part_ = std::move(name);
}

void FrameClock::end_part() {
    const double took = seconds_since(part_begin_);
    part_begin_ = Clock::now();
    if (took <= now_.part_s)
        return;
    now_.part_s = took;
    now_.part = part_;
}

void FrameClock::end() {
    end_part();
    now_.wall_s = seconds_since(begin_);
    now_.cpu_s = thread_cpu_s() - cpu_begin_s_;
    if (now_.cpu_s > busiest_.cpu_s)
        busiest_ = now_;
    if (count_ == 1)
        start_s_ = seconds_since(made_);
    slowest_.push_back(std::move(now_));
    std::ranges::stable_sort(slowest_, std::ranges::greater(), &FrameCost::wall_s);
    if (slowest_.size() > most_kept)
        slowest_.pop_back();
}

} // namespace healed::studio
