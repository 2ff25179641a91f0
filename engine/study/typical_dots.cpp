#include "study/typical_dots.h"

#include "treatment/needle.h"
#include "treatment/region.h"
#include "treatment/visits.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace healed::study {

namespace {

/// Five-point Gauss–Hermite rule for a standard normal (Abramowitz & Stegun, table 25.10, scaled).
constexpr std::array<double, 5> nodes{-2.8569700138728, -1.3556261799742, 0.0, 1.3556261799742,
                                      2.8569700138728};
constexpr std::array<double, 5> weights{0.0112574113277, 0.2220759220056, 0.5333333333333, 0.2220759220056,
                                        0.0112574113277};

double log_sd(double cv) {
    return std::sqrt(std::log1p(cv * cv));
}

const treatment::ZoneWork& crown_of(const treatment::Plan& plan) {
    return plan.zones[static_cast<std::size_t>(treatment::Region::Crown)];
}

/// A touch of a hand that never errs.
treatment::Dot steady_touch(const treatment::Plan& plan, const treatment::Visit& visit, const ink::Ink& ink) {
    const treatment::Hand steady{.depth_sd_mm = 0.0, .size_cv = 0.0, .load_cv = 0.0, .place_sd_mm = 0.0};
    treatment::Random random(plan.seed, treatment::Purpose::Touch, 0);
    const treatment::ZoneWork& work = crown_of(plan);
    treatment::Dot dot = treatment::touch(visit.needle, steady, visit.session, ink, work.size, random);
    dot.normal = {0.0f, 1.0f, 0.0f};
    for (float& mass : dot.mass_ng)
        mass *= static_cast<float>(work.shade);
    return dot;
}

treatment::Dot deeper(treatment::Dot dot, double by_mm) {
    dot.depth_mm = std::max(dot.depth_mm + static_cast<float>(by_mm), shallowest_mm);
    return dot;
}

/// Ink goes with the marked area.
treatment::Dot sized(treatment::Dot dot, double size, double load) {
    dot.footprint_mm *= static_cast<float>(size);
    for (float& mass : dot.mass_ng)
        mass *= static_cast<float>(load * size * size);
    return dot;
}

/// What size and load together do to the ink of a dot, as two equally likely factors of mean 1.
struct InkScatter {
    double size, load;
};
std::array<InkScatter, 2> ink_scatter(const treatment::Hand& hand) {
    const double size = log_sd(hand.size_cv), load = log_sd(hand.load_cv);
    const double ink = std::hypot(2.0 * size, load);
    const double shift = ink > 0.0 ? 1.0 / ink : 0.0;
    std::array<InkScatter, 2> both;
    for (std::size_t i = 0; i < both.size(); ++i) {
        const double sign = i == 0 ? -1.0 : 1.0;
        both[i] = {std::exp(sign * 2.0 * size * size * shift - 0.5 * size * size),
                   std::exp(sign * load * load * shift - 0.5 * load * load)};
    }
    return both;
}

} // namespace

double follicles_on_crown_per_cm2(const treatment::Plan& plan) {
    return crown_of(plan).density * treatment::follicles_per_cm2(plan.follicles);
}

TypicalDots typical_dots(const treatment::Plan& plan, const ink::Library& library) {
    const double full_per_mm2 = follicles_on_crown_per_cm2(plan) / 100.0;
    const std::array<InkScatter, 2> inks = ink_scatter(plan.hand);
    const std::vector<treatment::Visit> visits = treatment::visits(plan);
    TypicalDots all;
    double before = 0.0;
    for (std::size_t v = 0; v < visits.size(); ++v) {
        const treatment::Session& session = visits[v].session;
        treatment::Dot steady = steady_touch(plan, visits[v], library.ink(session.ink));
        steady.session = static_cast<std::uint8_t>(v);
        const double share = std::max(session.cumulative_density - before, 0.0);
        before = std::max(before, session.cumulative_density);
        for (std::size_t n = 0; n < nodes.size(); ++n)
            for (const InkScatter& ink : inks) {
                all.dots.push_back(
                    sized(deeper(steady, plan.hand.depth_sd_mm * nodes[n]), ink.size, ink.load));
                all.per_mm2.push_back(
                    static_cast<float>(full_per_mm2 * share * weights[n] / static_cast<double>(inks.size())));
            }
    }
    return all;
}

TypicalDots dots_in(const Person& person, TypicalDots all) {
    for (treatment::Dot& dot : all.dots)
        dot = sized(deeper(dot, person.depth_offset_mm), person.size_factor, person.load_factor);
    return all;
}

} // namespace healed::study
