#pragma once

namespace healed {

/// Seconds since it was made: on the clock, and of the processors by all threads of this process. The latter
/// is what work costs on a machine that others use too.
class Stopwatch {
  public:
    Stopwatch();
    double wall_s() const;
    double cpu_s() const;

  private:
    double wall_begin_s_, cpu_begin_s_;
};

} // namespace healed
