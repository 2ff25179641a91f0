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

HealingStage healing_stage(double days, const Care& care) {
    // ∫ of a logistic detachment rate that sets in around the day of detachment.
    const double detached_day = crust_detachment_day(care);
    const auto softplus = [](double x) { return x > 30.0 ? x : std::log1p(std::exp(x)); };
    const double detachment =
        crust_width * (softplus((days - detached_day) / crust_width) - softplus(-detached_day / crust_width));
    const double crust_left = std::exp(-crust_rate * detachment);
    const auto bump = [](double off_middle) { return std::exp(-off_middle * off_middle); };
    return {.days = days,
            .crust = crust_share * crust_left,
            .crust_cover = crust_left * -std::expm1(-days / crust_drying),
            .epidermis_left = std::exp(-days / epidermal_tau),
            .open_days = std::min(days, static_cast<double>(closing_day)),
            .redness = redness_start * std::exp(-days / redness_tau),
            .flakes = flake_cover * bump((days - flake_day) / flake_sigma) * (1.0 - crust_left),
            .veil = veil_depth * bump((days - veil_day) / veil_sigma),
            .swelling = std::exp(-days / settling_tau),
            .kept = kept_by_care(care, days, crust_left)};
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

Compartments fresh(const Placement& place) {
    const double delivered = 1.0 - crust_share;
    Compartments now;
    now.epidermal = delivered * place.epidermal_share;
    now.free = delivered * (1.0 - place.epidermal_share);
    return now;
}

Compartments after(const Compartments& before, const DailyRates& rates, double days) {
    const double leaving_free = uptake_rate + lymph_rate + rates.leak;
    const double leaving_settled = rates.leak + rates.clearance;
    const double settling = before.free * uptake_rate;
    Compartments now;
    now.epidermal = before.epidermal * std::exp(-days / epidermal_tau);
    now.free = before.free * std::exp(-leaving_free * days);
    now.settled = before.settled * std::exp(-leaving_settled * days) +
                  settling * chain(leaving_settled, leaving_free, days);
    now.fragments = before.fragments > 0.0 ? before.fragments * std::exp(-days / laser_fragment_tau) : 0.0;
    if (rates.into_ferric > 0.0) {
        const double b = rates.ferric_clearance;
        const double of_settled = before.settled * chain(leaving_settled, b, days);
        const double of_free = settling * (chain(leaving_settled, b, days) - chain(leaving_free, b, days)) /
                               (leaving_free - leaving_settled);
        now.ferric = before.ferric * std::exp(-b * days) +
                     rates.into_ferric * rates.clearance * (of_settled + of_free);
    }
    now.darkened = before.darkened > 0.0 ? before.darkened * std::exp(-rates.dark_clearance * days) : 0.0;
    return now;
}

} // namespace healed::aging
