#include "transport/round_dots.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace healed::transport {

namespace {

/// Of balls in a row, in their standard deviations: their sum then ripples by 2·exp(−2π²/1.4²), less than
/// 1e-4.
constexpr double spacing_in_sigmas = 1.4;
constexpr double reach_in_sigmas = 3.5;

void add_ellipse(std::vector<PatchDot>& dots, PatchDot dot) {
    const double wide = std::max(dot.sigma_mm, dot.sigma_y_mm),
                 narrow = std::min(dot.sigma_mm, dot.sigma_y_mm);
    const double turn = dot.sigma_mm >= dot.sigma_y_mm ? 0.0 : 90.0;
    const double azimuth = (dot.azimuth_deg + turn) * std::numbers::pi / 180.0;
    // A Gaussian of variance wide² − narrow² along the long axis, of round dots of variance narrow².
    const double spread = std::sqrt(wide * wide - narrow * narrow);
    const int each_side =
        static_cast<int>(std::ceil(reach_in_sigmas * spread / (spacing_in_sigmas * narrow)));
    double sum = 0.0;
    const auto weight = [&](int i) {
        const double away = reach_in_sigmas * i / std::max(each_side, 1);
        return std::exp(-0.5 * away * away);
    };
    for (int i = -each_side; i <= each_side; ++i)
        sum += weight(i);
    for (int i = -each_side; i <= each_side; ++i) {
        PatchDot round = dot;
        const double along = reach_in_sigmas * spread * i / std::max(each_side, 1);
        round.x_mm += along * std::cos(azimuth), round.y_mm += along * std::sin(azimuth);
        round.sigma_mm = narrow, round.sigma_y_mm = 0.0, round.azimuth_deg = 0.0;
        for (double& peak : round.peak_absorption_per_mm)
            peak *= weight(i) / sum * wide / narrow;
        dots.push_back(std::move(round));
    }
}

void add_streak(std::vector<PatchDot>& dots, const PatchStreak& streak) {
    const double dx = streak.end_x_mm - streak.x_mm, dy = streak.end_y_mm - streak.y_mm;
    const double dz = streak.end_depth_mm - streak.depth_mm;
    const double length = std::hypot(dx, dy, dz);
    const int balls =
        std::max(1, static_cast<int>(std::ceil(length / (spacing_in_sigmas * streak.sigma_mm))));
    for (int i = 0; i < balls; ++i) {
        const double t = (i + 0.5) / balls;
        PatchDot ball{.x_mm = streak.x_mm + t * dx,
                      .y_mm = streak.y_mm + t * dy,
                      .depth_mm = streak.depth_mm + t * dz,
                      .sigma_mm = streak.sigma_mm,
                      .sigma_z_mm = streak.sigma_mm,
                      .peak_absorption_per_mm = streak.peak_absorption_per_mm};
        for (double& peak : ball.peak_absorption_per_mm)
            peak *= length / (balls * streak.sigma_mm * std::sqrt(2.0 * std::numbers::pi));
        dots.push_back(std::move(ball));
    }
}

} // namespace

Patch with_round_dots(const Patch& patch) {
    Patch round = patch;
    round.dots.clear();
    round.streaks.clear();
    for (const PatchDot& dot : patch.dots)
        if (dot.sigma_y_mm > 0.0 && dot.sigma_y_mm != dot.sigma_mm)
            add_ellipse(round.dots, dot);
        else
            round.dots.push_back(dot);
    for (const PatchStreak& streak : patch.streaks)
        add_streak(round.dots, streak);
    return round;
}

} // namespace healed::transport
