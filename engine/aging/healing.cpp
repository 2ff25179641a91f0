#include "aging/healing.h"

#include "aging/constants.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace healed::aging {

using namespace constant;

namespace {

/// Ink does not rest in the horny layer.
constexpr double shallowest_mm = 0.01;

} // namespace

HealingStage healing_stage(double days) {
    // ∫ of a logistic detachment rate that sets in around crust_day.
    const auto softplus = [](double x) { return x > 30.0 ? x : std::log1p(std::exp(x)); };
    const double detachment =
        crust_width * (softplus((days - crust_day) / crust_width) - softplus(-crust_day / crust_width));
    const double off_middle = (days - veil_day) / veil_sigma;
    return {.days = days,
            .crust = crust_share * std::exp(-crust_rate * detachment),
            .epidermis_left = std::exp(-days / epidermal_tau),
            .open_days = std::min(days, closing_day.value),
            .redness = redness_start * std::exp(-days / redness_tau),
            .veil = veil_depth * std::exp(-off_middle * off_middle),
            .swelling = std::exp(-days / settling_tau)};
}

Placement placement(double depth_mm) {
    const double floor = (epidermis - depth_mm) / profile_sd;
    const double density = std::exp(-0.5 * floor * floor) / std::sqrt(2.0 * std::numbers::pi);
    const double above = std::max(0.5 * std::erfc(-floor / std::numbers::sqrt2), 1e-12);
    const double below = std::max(0.5 * std::erfc(floor / std::numbers::sqrt2), 1e-12);
    const double push = density / below;
    return {.epidermal_share = above,
            .epidermal_depth_mm = std::max(depth_mm - profile_sd * density / above, shallowest_mm),
            .dermal_depth_mm = depth_mm + profile_sd * push,
            .dermal_sd_mm = profile_sd * std::sqrt(std::max(1.0 + floor * push - push * push, 0.01))};
}

double transepidermal_rate(double depth_mm) {
    const double below_epidermis = std::max(depth_mm - epidermis, 0.0);
    return transepidermal_start * std::exp(-below_epidermis / transepidermal_length);
}

double chain(double a, double b, double t) {
    const double difference = (b - a) * t;
    if (std::abs(difference) < 1e-7)
        return t * std::exp(-a * t);
    return t * (std::exp(-a * t) - std::exp(-b * t)) / difference;
}

Compartments compartments(const HealingStage& stage, const Placement& place, double leak_per_day,
                          double clearance_per_day) {
    const double delivered = 1.0 - crust_share;
    const double dermal = delivered * (1.0 - place.epidermal_share);
    const double leaving_free = uptake_rate + lymph_rate + leak_per_day;
    const double open = stage.open_days;
    const double closed = stage.days - open;
    const double free = dermal * std::exp(-leaving_free * open);
    const double settled = dermal * uptake_rate * chain(leak_per_day + clearance_per_day, leaving_free, open);
    Compartments now{.epidermal = delivered * place.epidermal_share * stage.epidermis_left,
                     .free = free,
                     .settled = settled};
    if (closed > 0.0) {
        const double leaving_free_closed = uptake_rate + lymph_rate;
        now.free = free * std::exp(-leaving_free_closed * closed);
        now.settled = settled * std::exp(-clearance_per_day * closed) +
                      free * uptake_rate * chain(clearance_per_day, leaving_free_closed, closed);
    }
    return now;
}

} // namespace healed::aging
