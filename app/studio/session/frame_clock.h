#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace healed::studio {

/// What a frame took: by the clock on the wall, and of the processor by the window's own thread alone, which
/// a busy machine does not lengthen.
struct FrameCost {
    double wall_s = 0.0, cpu_s = 0.0;
    std::string part; ///< of the frame that took longest
    double part_s = 0.0;
    std::size_t number = 0;     ///< of the frame, from 1
    std::size_t story_line = 0; ///< that was being played; 0 for none
};

/// Times frames and remembers the slowest.
class FrameClock {
  public:
    void begin();
    /// What follows, up to the next part or the end, has this name.
    void part(std::string name);
    void end();
    void set_story_line(std::size_t line) { line_ = line; }

    /// From the making of this clock to the end of the first frame, s.
    double start_s() const { return start_s_; }
    /// The slowest on the wall first, at most `most_kept`.
    const std::vector<FrameCost>& slowest() const { return slowest_; }
    /// The one for which the thread worked longest.
    const FrameCost& busiest() const { return busiest_; }
    static constexpr std::size_t most_kept = 12;

  private:
    using Clock = std::chrono::steady_clock;
    void end_part();

    FrameCost now_, busiest_;
    std::vector<FrameCost> slowest_;
    Clock::time_point made_ = Clock::now(), begin_, part_begin_;
    double cpu_begin_s_ = 0.0, start_s_ = 0.0;
    std::string part_;
    std::size_t count_ = 0, line_ = 0;
};

} // namespace healed::studio
