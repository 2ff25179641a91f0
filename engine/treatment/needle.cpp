#include "treatment/needle.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace healed::treatment {

namespace {

using enum Evidence;

// A table reads in rows.
// clang-format off
constexpr Constant depth_per_setting{"treatment.needle.depth_per_setting", 0.19, "1", 0.12, 0.30, Assumed, "reconciles settings of 1-2 mm in practice with ink in the upper dermis on histology"};
constexpr Constant single_point{"treatment.needle.footprint_1", 0.20, "mm", 0.15, 0.25, Literature, "practice: single needle dots of 0.15-0.25 mm"};
constexpr Constant three_points{"treatment.needle.footprint_3", 0.24, "mm", 0.20, 0.30, Assumed, "between the single needle and tattoo groups"};
constexpr Constant five_points{"treatment.needle.footprint_5", 0.42, "mm", 0.40, 0.60, Assumed, "tattoo groups of 5-14 points mark 0.4-1.0 mm"};
constexpr Constant fourteen_points{"treatment.needle.footprint_14", 1.0, "mm", 0.60, 1.20, Assumed, "tattoo groups of 5-14 points mark 0.4-1.0 mm"};
constexpr Constant depth_per_pressure{"treatment.needle.depth_per_pressure", 0.25, "1", 0.1, 0.5, Assumed, "a heavy hand dents the skin and sets deeper, by the share of its excess"};
constexpr Constant load_per_dwell{"treatment.needle.load_power_of_dwell", 0.5, "1", 0.3, 0.8, Assumed, "ink that runs in while the needle stays, as a power of the time"};
constexpr Constant width_per_dwell{"treatment.needle.width_power_of_dwell", 0.12, "1", 0.05, 0.25, Assumed, "the hole is worked wider while the needle stays, as a power of the time"};
constexpr Constant shallowest{"treatment.needle.shallowest", 0.02, "mm", 0.01, 0.03, Assumed, "ink cannot rest above the horny layer"};
// clang-format on

constexpr std::array all{depth_per_setting,  single_point,   three_points,    five_points, fourteen_points,
                         depth_per_pressure, load_per_dwell, width_per_dwell, shallowest};

} // namespace

double resting_depth_mm(double setting_mm) {
    return depth_per_setting * setting_mm;
}

double footprint_mm(int points) {
    constexpr std::array<std::pair<double, double>, 4> known{
        {{1, single_point}, {3, three_points}, {5, five_points}, {14, fourteen_points}}};
    const double p = std::clamp(static_cast<double>(points), known.front().first, known.back().first);
    std::size_t i = 1;
    while (known[i].first < p)
        ++i;
    const double share = (p - known[i - 1].first) / (known[i].first - known[i - 1].first);
    return known[i - 1].second + share * (known[i].second - known[i - 1].second);
}

Dot touch(const Plan& plan, const Session& session, const ink::Ink& ink, double size, Random& random) {
    return touch(plan.needle, plan.hand, session, ink, size, random);
}

Dot touch(const Needle& needle, const Hand& hand, const Session& session, const ink::Ink& ink, double size,
          Random& random) {
    const double pressed = 1.0 + depth_per_pressure * (needle.pressure - 1.0);
    const double depth = needle.resting_depth_mm * pressed + hand.depth_sd_mm * random.normal();
    size *= random.scatter(hand.size_cv);
    const double load_scatter = random.scatter(hand.load_cv);
    const double worked = std::pow(needle.dwell, width_per_dwell.value);
    const double all_ng = standard_ng(needle, session, ink, size) * load_scatter;
    Dot dot{};
    dot.tilt_rad = static_cast<float>(needle.tilt_deg * std::numbers::pi / 180.0);
    dot.depth_mm = static_cast<float>(std::max(depth, shallowest.value));
    dot.footprint_mm = static_cast<float>(needle.footprint_mm * size * worked);
    for (std::size_t i = 0; i < ink.components.size(); ++i)
        dot.mass_ng[i] = static_cast<float>(all_ng * ink.components[i].mass_fraction);
    return dot;
}

double standard_ng(const Needle& needle, const Session& session, const ink::Ink& ink, double size) {
    const double load = needle.ink_load * std::pow(needle.dwell, load_per_dwell.value);
    const double width = needle.footprint_mm / three_points * size;
    return ink.pigment_ng_per_dot * session.shade * load * width * width;
}

std::span<const Constant> needle_constants() {
    return all;
}

} // namespace healed::treatment
