#include "aging/age.h"

#include "aging/constants.h"
#include "aging/exposure.h"
#include "aging/lapse.h"
#include "aging/size.h"
#include "base/parallel.h"
#include "treatment/strain.h"
#include "treatment/visits.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace healed::aging {

namespace {

/// Centroid and spread of a dot's ink in depth.
struct Profile {
    double depth_mm, sd_mm;
};

/// Thinnest a deposit gets: the size of the cells that hold it.
constexpr double thinnest_sd_mm = 0.01;

/// Ink nearer to the surface leaves first, so what stays lies deeper: the Gaussian profile in the dermis,
/// thinned at each depth by what that depth has lost in `carbon_years` of clearance and through the open
/// epidermis. Five-point Gauss–Hermite.
Profile thinned(const Placement& place, double carbon_years, double open_days) {
    constexpr double nodes[] = {-2.8569700, -1.3556262, 0.0, 1.3556262, 2.8569700};
    constexpr double weights[] = {0.01125741, 0.22207592, 0.53333333, 0.22207592, 0.01125741};
    const double middle = place.dermal_depth_mm, sd = place.dermal_sd_mm;
    // Both losses fall off exponentially, so two steps of each give all five nodes.
    const auto fall = [&](double length, double at_middle, double most, double(&at)[5]) {
        const double inner = std::exp(-nodes[3] * sd / length), outer = std::exp(-nodes[4] * sd / length);
        const double factors[] = {1.0 / outer, 1.0 / inner, 1.0, inner, outer};
        for (std::size_t i = 0; i < 5; ++i)
            at[i] = std::min(at_middle * factors[i], most);
    };
    const double papillary = constant::papillary_clearance;
    double cleared[5], leaked[5];
    fall(constant::clearance_length, clearance_per_year(middle) - constant::deep_clearance, papillary,
         cleared);
    fall(constant::transepidermal_length, transepidermal_rate(middle), constant::transepidermal_start,
         leaked);
    double mass = 0.0, first = 0.0, second = 0.0;
    for (std::size_t i = 0; i < 5; ++i) {
        const double lost = cleared[i] * carbon_years + leaked[i] * open_days;
        const double left = weights[i] * std::exp(-std::min(lost, 200.0));
        mass += left;
        first += left * nodes[i];
        second += left * nodes[i] * nodes[i];
    }
    const double mean = first / mass;
    const double narrowing = std::sqrt(std::max(second / mass - mean * mean, 0.0));
    return {middle + sd * mean, std::max(sd * narrowing, thinnest_sd_mm)};
}

/// Epidermal and dermal ink seen as one.
Profile mixed(const Placement& place, double epidermal, Profile dermis, double dermal) {
    const double share = epidermal / std::max(epidermal + dermal, 1e-30);
    const double apart = dermis.depth_mm - place.epidermal_depth_mm;
    // The part above the epidermis' floor has what the whole Gaussian's variance leaves to it.
    const double own = place.epidermal_share, gap = place.dermal_depth_mm - place.epidermal_depth_mm;
    const double total = constant::profile_sd * constant::profile_sd;
    const double epidermal_variance = std::max(total - (1.0 - own) * place.dermal_sd_mm * place.dermal_sd_mm -
                                                   own * (1.0 - own) * gap * gap,
                                               0.0) /
                                      own;
    const double variance = share * epidermal_variance + (1.0 - share) * dermis.sd_mm * dermis.sd_mm +
                            share * (1.0 - share) * apart * apart;
    return {dermis.depth_mm - share * apart, std::sqrt(variance)};
}

DotState not_made_yet(const treatment::Dot& dot) {
    DotState state{};
    state.depth_mm = dot.depth_mm;
    state.sigma_mm = static_cast<float>(dot.footprint_mm / diameter_per_sigma);
    state.sigma_z_mm = static_cast<float>(constant::profile_sd);
    return state;
}

/// Immune clearance under sun: k(z) · factor · (1 + α·dose/100).
double sunlit(double factor, double factor_sed, double slope) {
    return factor + constant::clearance_per_100_sed * factor_sed * slope / 100.0;
}

void pass_laser(Compartments& ink, const LaserEffect& effect, std::size_t pigment, double depth_mm) {
    const double reach = std::exp(-depth_mm / effect.length_mm);
    const double reduced = effect.reduced[pigment] * reach;
    const double broken = effect.broken_up[pigment] * reach;
    const double ferric_reduced = effect.ferric_reduced * reach;
    const double stays = (1.0 - reduced) * (1.0 - broken);
    ink.darkened = ink.darkened * (1.0 - effect.dark_broken_up * reach) + ferric_reduced * ink.ferric +
                   reduced * (ink.free + ink.settled);
    ink.fragments += (1.0 - reduced) * broken * (ink.free + ink.settled);
    ink.ferric *= (1.0 - ferric_reduced) * (1.0 - effect.ferric_broken_up * reach);
    ink.epidermal *= stays;
    ink.free *= stays;
    ink.settled *= stays;
}

/// One pigment of a dot through all that has passed, as shares of what was delivered.
Compartments aged(const treatment::Dot& dot, const Placement& place, const Kinetics& kinetics,
                  const Lapse& lapse, std::size_t pigment) {
    const double depth = static_cast<double>(dot.depth_mm), slope = slope_share(dot.normal);
    const double leak = transepidermal_rate(depth);
    const double carbon_per_day = clearance_per_year(depth) / constant::days_per_year;
    Compartments ink = fresh(place);
    for (const Piece& piece : lapse.pieces) {
        const double carbon = carbon_per_day * sunlit(piece.factor, piece.factor_sed, slope);
        const DailyRates rates{.leak = piece.open ? leak : 0.0,
                               .clearance = carbon * kinetics.clearance_factor[pigment] +
                                            kinetics.metabolic_per_year[pigment] / constant::days_per_year,
                               .into_ferric = static_cast<int>(pigment) == kinetics.magnetite_place
                                                  ? static_cast<double>(constant::ferric_share)
                                                  : 0.0,
                               .ferric_clearance = carbon * constant::ferric_clearance,
                               .dark_clearance = carbon};
        ink = after(ink, rates, piece.days);
        if (piece.pass >= 0)
            pass_laser(ink, kinetics.passes[static_cast<std::size_t>(piece.pass)], pigment, depth);
    }
    return ink;
}

DotState age_at(const treatment::Dot& dot, const Kinetics& kinetics, const Lapse& lapse) {
    DotState state{};
    const HealingStage& stage = lapse.stage;
    const Placement place = placement(dot.depth_mm);
    const double slope = slope_share(dot.normal);
    double epidermal = 0.0, dermal = 0.0, cleared = 0.0, ferric = 0.0, darkened = 0.0;
    for (std::size_t i = 0; i < kinetics.pigments.size(); ++i) {
        if (dot.mass_ng[i] <= 0.0f)
            continue;
        const Compartments ink = aged(dot, place, kinetics, lapse, i);
        const double delivered = static_cast<double>(dot.mass_ng[i]) * stage.kept;
        const double unbleached = delivered * std::exp(-kinetics.bleach_per_sed[i] * lapse.lived.sed * slope);
        const double in_dermis = unbleached * ink.in_dermis();
        state.mass_ng[i] = static_cast<float>(unbleached * ink.epidermal + in_dermis);
        epidermal += unbleached * ink.epidermal;
        dermal += in_dermis;
        cleared += in_dermis * kinetics.clearance_factor[i];
        ferric += delivered * ink.ferric;
        darkened += delivered * ink.darkened;
    }
    const double mean_factor = dermal > 0.0 ? cleared / dermal : 1.0;
    const double carbon_years = sunlit(lapse.lived.factor_years, lapse.lived.factor_sed, slope);
    const Profile dermis = thinned(place, mean_factor * carbon_years, stage.open_days);
    const Profile profile = mixed(place, epidermal, dermis, dermal);
    state.depth_mm = static_cast<float>(profile.depth_mm);
    state.sigma_z_mm = static_cast<float>(profile.sd_mm);
    state.sigma_mm =
        static_cast<float>(diameter_mm(dot.footprint_mm, dot.depth_mm, stage) / diameter_per_sigma);
    state.ferric_ng = static_cast<float>(ferric);
    state.darkened_ng = static_cast<float>(darkened);
    state.crust = static_cast<float>(stage.crust);
    state.crust_cover = static_cast<float>(stage.crust_cover);
    state.crust_sigma_mm =
        static_cast<float>(constant::crust_width_ratio * dot.footprint_mm / diameter_per_sigma);
    state.flakes = static_cast<float>(stage.flakes);
    state.redness = static_cast<float>(kinetics.reddening * stage.redness);
    state.veil = static_cast<float>(stage.veil);
    return state;
}

} // namespace

DotState age(const treatment::Dot& dot, const Kinetics& kinetics, double years) {
    return years < 0.0 ? not_made_yet(dot) : age_at(dot, kinetics, lapse(kinetics, years));
}

DotState age(const treatment::Dot& dot, const ink::Ink& ink, const ink::Library& library,
             const Client& client, double years) {
    return age(dot, kinetics(ink, library, client), years);
}

Course course(const treatment::Plan& plan, const ink::Library& library, const Client& client) {
    Course result{.clock = Clock(plan), .by_session = {}};
    for (const treatment::Visit& visit : treatment::visits(plan)) {
        const ink::Ink& ink = library.ink(visit.session.ink);
        Kinetics& rates = result.by_session.emplace_back(kinetics(ink, library, client));
        rates.made_years = visit.at_years;
        rates.reddening = std::pow(treatment::touch_wound(visit.needle), constant::redness_per_wound.value);
        for (const treatment::LaserPass& pass : plan.laser_passes)
            rates.passes.push_back(laser_effect(pass, ink, library, client.fitzpatrick));
    }
    return result;
}

namespace {

/// One lapse a visit; none before it.
using Lapses = std::vector<std::optional<Lapse>>;

std::vector<DotState> aged_by(const Lapses& lapses, std::span<const treatment::Dot> dots,
                              const Course& course) {
    std::vector<DotState> states(dots.size());
    parallel_for(dots.size(), 2048, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::optional<Lapse>& lived = lapses.at(dots[i].session);
            states[i] =
                lived ? age_at(dots[i], course.by_session[dots[i].session], *lived) : not_made_yet(dots[i]);
        }
    });
    return states;
}

} // namespace

std::vector<DotState> age_all(std::span<const treatment::Dot> dots, const Course& course, double years) {
    Lapses lapses;
    for (std::size_t visit = 0; visit < course.by_session.size(); ++visit) {
        const double age_years = course.clock.age_years(visit, years);
        lapses.push_back(age_years < 0.0 ? std::nullopt
                                         : std::optional(lapse(course.by_session[visit], age_years)));
    }
    return aged_by(lapses, dots, course);
}

std::vector<DotState> age_all_to(std::span<const treatment::Dot> dots, const Course& course,
                                 double age_years) {
    Lapses lapses;
    for (const Kinetics& kinetics : course.by_session)
        lapses.push_back(lapse(kinetics, age_years));
    return aged_by(lapses, dots, course);
}

} // namespace healed::aging
