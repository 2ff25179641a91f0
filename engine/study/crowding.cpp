#include "study/crowding.h"

#include "aging/size.h"
#include "study/constants.h"

#include <cmath>
#include <numbers>
#include <numeric>

namespace healed::study {

CrowdedZone::CrowdedZone(const Judge& judge, const Person& person)
    : skin_(judge.skin_of(person.client)), inks_(judge.inks()), zone_(dots_in(person, judge.dots())),
      course_(aging::course(judge.plan(), judge.library(), person.client)) {
    const auto healed = aging::age_all_to(zone_.dots, course_, healed_years);
    for (std::size_t i = 0; i < healed.size(); ++i)
        healed_darkness_.push_back(darkness(i, healed[i]));
}

/// Dark area in all bands alike, mm².
double CrowdedZone::darkness(std::size_t dot, const aging::DotState& state) const {
    const Dark dark =
        skin_.dark.dot(state.depth_mm, state.sigma_mm, inks_.bands.in_skin(zone_.dots[dot], state));
    return std::accumulate(dark.area_mm2.begin(), dark.area_mm2.end(), 0.0);
}

Crowding CrowdedZone::at(double years) const {
    const auto states = aging::age_all(zone_.dots, course_, years);
    double ever = 0.0, showing = 0.0, covered = 0.0;
    for (std::size_t i = 0; i < states.size(); ++i) {
        const auto per_mm2 = static_cast<double>(zone_.per_mm2[i]);
        if (course_.clock.age_years(zone_.dots[i].session, years) < 0.0)
            continue;
        ever += per_mm2;
        if (darkness(i, states[i]) < constant::dot_shows * healed_darkness_[i])
            continue;
        const double diameter = aging::diameter_per_sigma * static_cast<double>(states[i].sigma_mm);
        showing += per_mm2;
        covered += per_mm2 * std::numbers::pi / 4.0 * diameter * diameter;
    }
    const double between = std::exp(-covered), per_cm2 = 100.0 * showing;
    return {per_cm2, 100.0 * ever, between,
            per_cm2 > constant::helmet_dots || between < constant::helmet_between};
}

} // namespace healed::study
