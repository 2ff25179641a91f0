#include "progress_bar.h"

#include "interrupt.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unistd.h>

namespace healed::cli {

namespace {

constexpr double silent_s = 1.0;
constexpr double between_redraws_s = 0.1;
constexpr double between_lines_s = 5.0;

double seconds(std::chrono::steady_clock::duration duration) {
    return std::chrono::duration<double>(duration).count();
}

/// A rate is only known once this share was done after the first report.
constexpr double judged_share = 0.01;

std::string remaining_words(double left_s) {
    if (left_s < 1.0)
        return ", nearly there";
    if (left_s < 90.0)
        return fmt::format(", about {:.0f} s left", std::ceil(left_s));
    if (left_s < 5400.0)
        return fmt::format(", about {:.0f} min left", std::ceil(left_s / 60.0));
    return fmt::format(", about {:.1f} h left", left_s / 3600.0);
}

} // namespace

ProgressBar::ProgressBar(std::string work)
    : work_(std::move(work)), on_terminal_(::isatty(STDERR_FILENO) == 1) {}

void ProgressBar::wipe() {
    if (drawn_)
        std::fputs("\r\x1b[K", stderr);
    drawn_ = false;
}

void ProgressBar::show(double done) {
    throw_if_interrupted();
    const Clock::time_point now = Clock::now();
    if (!first_ && done > 0.0)
        first_ = {now, done};
    const double elapsed = seconds(now - begin_);
    if (done >= 1.0 || elapsed < silent_s ||
        seconds(now - last_) < (on_terminal_ ? between_redraws_s : between_lines_s))
        return;
    last_ = now;
    const double share = std::clamp(done, 0.0, 1.0);
    const double since = first_ ? share - first_->second : 0.0;
    const std::string remaining =
        since < judged_share ? "" : remaining_words(seconds(now - first_->first) * (1.0 - share) / since);
    if (on_terminal_)
        draw(share, remaining);
    else
        say(share, remaining);
}

void ProgressBar::draw(double done, const std::string& remaining) {
    constexpr int cells = 24;
    const int filled = static_cast<int>(std::lround(done * cells));
    std::string bar;
    for (int i = 0; i < cells; ++i)
        bar += i < filled ? "█" : "░";
    fmt::print(stderr, "\r\x1b[K{} {} {:3.0f} %{}", work_, bar, done * 100.0, remaining);
    std::fflush(stderr);
    drawn_ = true;
}

void ProgressBar::say(double done, const std::string& remaining) {
    fmt::print(stderr, "{}: {:.0f} %{}\n", work_, done * 100.0, remaining);
}

Progress ProgressBar::part(double from, double to) {
    return [this, from, to](double done) { show(from + (to - from) * std::clamp(done, 0.0, 1.0)); };
}

} // namespace healed::cli
