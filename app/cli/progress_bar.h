#pragma once

#include "base/progress.h"

#include <chrono>
#include <optional>
#include <string>
#include <utility>

namespace healed::cli {

/// Tells on stderr how far a piece of work is and how long it will still take, judged from its first report
/// on, since what comes before is set-up; silent in the first second. On a terminal it is a bar that is
/// redrawn, elsewhere a plain line now and then. Looks for Ctrl-C each time it is told.
class ProgressBar {
  public:
    explicit ProgressBar(std::string work);
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    ~ProgressBar() { wipe(); }

    /// `done` is 0 … 1.
    void show(double done);

    /// Takes the bar off the terminal, so that something can be printed in its place.
    void wipe();

    /// A Progress that maps its own 0 … 1 to from … to. The bar must outlive it.
    Progress part(double from, double to);

  private:
    using Clock = std::chrono::steady_clock;
    void draw(double done, const std::string& remaining);
    void say(double done, const std::string& remaining);

    std::string work_;
    bool on_terminal_;
    bool drawn_ = false;
    Clock::time_point begin_ = Clock::now();
    Clock::time_point last_ = begin_;
    std::optional<std::pair<Clock::time_point, double>> first_; ///< report above nought, and what was done
};

} // namespace healed::cli
