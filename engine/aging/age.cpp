#include "aging/age.h"

#include "aging/constants.h"
#include "aging/exposure.h"
#include "aging/healing.h"
#include "aging/size.h"
#include "base/error.h"
#include "base/parallel.h"

#include <algorithm>
#include <cmath>

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
    state.sigma_z_mm = static_cast<float>(constant::profile_sd.value);
    return state;
}

DotState age_at(const treatment::Dot& dot, const Kinetics& kinetics, const HealingStage& stage) {
    DotState state{};
    const double years = stage.days / constant::days_per_year;
    const Placement place = placement(dot.depth_mm);
    const double leak_per_day = transepidermal_rate(dot.depth_mm);
    const double sed = kinetics.vertex_sed_per_year * slope_share(dot.normal);
    const double carbon_per_year = clearance_per_year(dot.depth_mm) * kinetics.immune_factor(sed);
    double epidermal = 0.0, dermal = 0.0, cleared = 0.0;
    for (std::size_t i = 0; i < kinetics.pigments.size(); ++i) {
        const double per_year =
            carbon_per_year * kinetics.clearance_factor[i] + kinetics.metabolic_per_year[i];
        const Compartments at = compartments(stage, place, leak_per_day, per_year / constant::days_per_year);
        const double delivered = dot.mass_ng[i];
        const double unbleached = delivered * std::exp(-kinetics.bleach_per_sed[i] * sed * years);
        const double in_dermis = unbleached * (at.free + at.settled);
        state.mass_ng[i] = static_cast<float>(unbleached * at.epidermal + in_dermis);
        epidermal += unbleached * at.epidermal;
        dermal += in_dermis;
        cleared += in_dermis * kinetics.clearance_factor[i];
        if (static_cast<int>(i) == kinetics.magnetite_place) {
            // Fed by what settled magnetite loses, cleared like hematite: the second place of a chain.
            const double uncleared = compartments(stage, place, leak_per_day, 0.0).settled;
            const double ferric_per_year = carbon_per_year * constant::ferric_clearance;
            state.ferric_ng = static_cast<float>(delivered * uncleared * constant::ferric_share * per_year *
                                                 chain(per_year, ferric_per_year, years));
        }
    }
    const double mean_factor = dermal > 0.0 ? cleared / dermal : 1.0;
    const Profile dermis = thinned(place, kinetics.immune_factor(sed) * mean_factor * years, stage.open_days);
    const Profile profile = mixed(place, epidermal, dermis, dermal);
    state.depth_mm = static_cast<float>(profile.depth_mm);
    state.sigma_z_mm = static_cast<float>(profile.sd_mm);
    state.sigma_mm =
        static_cast<float>(diameter_mm(dot.footprint_mm, dot.depth_mm, stage) / diameter_per_sigma);
    state.crust = static_cast<float>(stage.crust);
    state.redness = static_cast<float>(stage.redness);
    state.veil = static_cast<float>(stage.veil);
    return state;
}

} // namespace

DotState age(const treatment::Dot& dot, const Kinetics& kinetics, double years) {
    return years < 0.0 ? not_made_yet(dot)
                       : age_at(dot, kinetics, healing_stage(years * constant::days_per_year));
}

DotState age(const treatment::Dot& dot, const ink::Ink& ink, const ink::Library& library,
             const Client& client, double years) {
    return age(dot, kinetics(ink, library, client), years);
}

Course course(const treatment::Plan& plan, const ink::Library& library, const Client& client) {
    Course result{.clock = Clock(plan), .by_session = {}};
    for (const treatment::Session& session : plan.sessions)
        result.by_session.push_back(kinetics(library.ink(session.ink), library, client));
    return result;
}

std::vector<DotState> age_all(std::span<const treatment::Dot> dots, const Course& course, double years) {
    std::vector<HealingStage> stages;
    for (std::size_t session = 0; session < course.by_session.size(); ++session)
        stages.push_back(healing_stage(course.clock.age_years(session, years) * constant::days_per_year));
    std::vector<DotState> states(dots.size());
    parallel_for(dots.size(), 2048, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const HealingStage& stage = stages.at(dots[i].session);
            states[i] = stage.days < 0.0 ? not_made_yet(dots[i])
                                         : age_at(dots[i], course.by_session[dots[i].session], stage);
        }
    });
    return states;
}

} // namespace healed::aging
