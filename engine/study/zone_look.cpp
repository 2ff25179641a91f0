#include "study/zone_look.h"

#include "aging/size.h"
#include "treatment/visits.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <numeric>

namespace healed::study {

namespace {

constexpr const char* carbon = "carbon";

bool of_carbon_only(const treatment::Plan& plan, const ink::Library& library) {
    const std::vector<treatment::Visit> visits = treatment::visits(plan);
    return std::all_of(visits.begin(), visits.end(), [&](const treatment::Visit& visit) {
        const std::vector<ink::Component>& parts = library.ink(visit.session.ink).components;
        return std::all_of(parts.begin(), parts.end(),
                           [](const ink::Component& part) { return part.pigment == carbon; });
    });
}

double ink_ng(const aging::DotState& state) {
    return std::accumulate(state.mass_ng.begin(), state.mass_ng.end(),
                           static_cast<double>(state.ferric_ng) + static_cast<double>(state.darkened_ng));
}

color::Lab as_it_is(const InkedSkin& skin, const Inks& inks, const TypicalDots& zone,
                    std::span<const aging::DotState> states) {
    DarkSum sum;
    for (std::size_t i = 0; i < states.size(); ++i)
        sum.add(skin.dark.dot(states[i].depth_mm, states[i].sigma_mm,
                              inks.bands.in_skin(zone.dots[i], states[i])),
                zone.per_mm2[i]);
    return skin.skin.colour.lab(sum.ratio());
}

/// The zone with its dots so close that their discs fill the skin.
TypicalDots side_by_side(TypicalDots zone, std::span<const aging::DotState> states) {
    double covered = 0.0;
    for (std::size_t i = 0; i < states.size(); ++i) {
        const double radius = 0.5 * aging::diameter_per_sigma * static_cast<double>(states[i].sigma_mm);
        covered += std::numbers::pi * radius * radius * static_cast<double>(zone.per_mm2[i]);
    }
    for (float& per_mm2 : zone.per_mm2)
        per_mm2 /= static_cast<float>(covered);
    return zone;
}

/// The zone with each dot's ink replaced by `share` of its mass in carbon.
color::Lab in_carbon(const InkedSkin& skin, const Inks& inks, const TypicalDots& zone,
                     std::span<const aging::DotState> states, double share) {
    DarkSum sum;
    for (std::size_t i = 0; i < zone.dots.size(); ++i) {
        transport::BandValues area = inks.carbon_mm2_per_ng;
        for (float& value : area)
            value *= static_cast<float>(share * ink_ng(states[i]));
        sum.add(skin.dark.dot(states[i].depth_mm, states[i].sigma_mm, area), zone.per_mm2[i]);
    }
    return skin.skin.colour.lab(sum.ratio());
}

/// Carbon of the same lightness: lightness falls with the share, and nearly as its logarithm.
color::Lab equally_light(const InkedSkin& skin, const Inks& inks, const TypicalDots& zone,
                         std::span<const aging::DotState> states, double lightness) {
    constexpr double least = -12.0, most = 6.0; // of the share's logarithm
    constexpr double tolerance = 1e-3;          // of L*
    double low = least, high = most, at = 0.0;
    color::Lab lab{};
    for (int round = 0; round < 40; ++round) {
        lab = in_carbon(skin, inks, zone, states, std::exp(at));
        const double darker = lightness - lab.l;
        if (std::abs(darker) < tolerance)
            break;
        (darker > 0.0 ? high : low) = at;
        // A step along ΔL* ∝ share, kept within what is known to hold the answer.
        const double depth = skin.bare.l - lab.l, wanted = skin.bare.l - lightness;
        const double step = depth > tolerance && wanted > tolerance ? at + std::log(wanted / depth) : low;
        at = step > low && step < high ? step : 0.5 * (low + high);
    }
    return lab;
}

void weigh_dots(const TypicalDots& zone, std::span<const aging::DotState> states, ZoneLook& look) {
    double sum = 0.0, weight = 0.0;
    for (std::size_t i = 0; i < zone.dots.size(); ++i) {
        const double ink = static_cast<double>(zone.per_mm2[i]) * ink_ng(states[i]);
        sum += ink * aging::diameter_per_sigma * static_cast<double>(states[i].sigma_mm);
        weight += ink;
    }
    look.diameter_mm = weight > 0.0 ? sum / weight : 0.0;
    look.ink_ng_per_mm2 = weight;
}

} // namespace

Inks::Inks(const treatment::Plan& plan, const ink::Library& library)
    : bands(plan, library), carbon_mm2_per_ng(pigment_bands(library.pigment(carbon))),
      all_carbon(of_carbon_only(plan, library)) {}

ZoneLook look_at(const InkedSkin& skin, const Inks& inks, const TypicalDots& zone,
                 std::span<const aging::DotState> states) {
    assert(zone.dots.size() == states.size());
    ZoneLook look{.lab = as_it_is(skin, inks, zone, states)};
    look.neutral = look.lab;
    if (!inks.all_carbon) {
        look.neutral = equally_light(skin, inks, zone, states, look.lab.l);
        look.zone_cast = color::delta_e_2000(look.lab, look.neutral);
        const TypicalDots dots = side_by_side(zone, states);
        const color::Lab lab = as_it_is(skin, inks, dots, states);
        look.dot_cast = color::delta_e_2000(lab, equally_light(skin, inks, dots, states, lab.l));
    }
    look.contrast = color::delta_e_2000(look.lab, skin.bare);
    const double darker = look.neutral.l - skin.bare.l;
    constexpr double least_darkening = -1e-3; // of L*
    look.blueness = darker < least_darkening ? (look.neutral.b - skin.bare.b) / darker : 0.0;
    weigh_dots(zone, states, look);
    return look;
}

} // namespace healed::study
