#include "study/judge.h"

#include "study/constants.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace healed::study {

namespace {

std::size_t place_of(const aging::Client& client) {
    return static_cast<std::size_t>(client.fitzpatrick - 1);
}

/// When clients look again, years: close together where many come back.
constexpr std::array looked_at_years{healed_years, 0.5,  1.0,  2.0,  3.0,  4.0,          6.0,
                                     8.0,          11.0, 15.0, 20.0, 30.0, horizon_years};

} // namespace

Judge::Judge(const treatment::Plan& plan, const ink::Library& library, Skins skins)
    : plan_(plan), library_(library), skins_(std::move(skins)), inks_(plan, library),
      dots_(typical_dots(plan, library)) {
    treatment::Plan right = plan;
    right.needle.resting_depth_mm = constant::right_depth;
    right.touch_ups.clear();
    right.laser_passes.clear();
    const TypicalDots right_dots = typical_dots(right, library);
    for (std::size_t i = 0; i < skins_.size(); ++i) {
        if (!skins_[i])
            continue;
        const aging::Client median{.fitzpatrick = static_cast<int>(i) + 1};
        const auto states =
            aging::age_all(right_dots.dots, aging::course(right, library, median), healed_years);
        right_blueness_[i] = look_at(*skins_[i], inks_, right_dots, states).blueness;
    }
}

const InkedSkin& Judge::skin_of(const aging::Client& client) const {
    assert(skins_[place_of(client)]);
    return *skins_[place_of(client)];
}

double Judge::right_blueness(const aging::Client& client) const {
    return right_blueness_[place_of(client)];
}

Prospect::Prospect(const Judge& judge, const Person& person)
    : judge_(judge), skin_(judge.skin_of(person.client)),
      right_blueness_(judge.right_blueness(person.client)),
      kept_contrast_(
          std::clamp(constant::kept_contrast + constant::kept_contrast_sd * person.taste, 0.05, 0.98)),
      dots_(dots_in(person, judge.dots())),
      course_(aging::course(judge.plan(), judge.library(), person.client)), healed_(at(healed_years)) {}

ZoneLook Prospect::at(double years) const {
    return look_at(skin_, judge_.inks(), dots_, aging::age_all(dots_.dots, course_, years));
}

Verdict Prospect::verdict(double years) const {
    const ZoneLook look = at(years);
    const std::array<double, cause_count> margins{
        look.contrast / std::max(kept_contrast_ * healed_.contrast, 1e-9) - 1.0,
        1.0 - look.dot_cast / constant::strongest_cast, 1.0 - look.diameter_mm / constant::largest_dot,
        1.0 - look.blueness / std::max(constant::bluest * right_blueness_, 1e-9)};
    const auto worst = std::min_element(margins.begin(), margins.end());
    return {*worst, static_cast<Cause>(worst - margins.begin())};
}

/// Regula falsi with the Illinois remedy (Dowell & Jarratt 1971): margins are smooth but for kinks.
double Prospect::failing_time(double from, double margin_from, double to, double margin_to) const {
    constexpr double tolerance_years = 1e-3;
    int last_side = 0;
    double at = to;
    for (int round = 0; round < 40 && to - from > tolerance_years; ++round) {
        at = (from * margin_to - to * margin_from) / (margin_to - margin_from);
        const double margin = verdict(at).margin;
        if (std::abs(margin) < 1e-6)
            return at;
        const int side = margin > 0.0 ? 1 : -1;
        if (side > 0) {
            from = at;
            margin_from = margin;
            if (last_side == side)
                margin_to *= 0.5;
        } else {
            to = at;
            margin_to = margin;
            if (last_side == side)
                margin_from *= 0.5;
        }
        last_side = side;
    }
    return at;
}

TouchUp Prospect::touch_up() const {
    double before = looked_at_years.front();
    Verdict content = verdict(before);
    if (content.margin <= 0.0)
        return {before, content.cause, false};
    for (const double years : looked_at_years) {
        if (years <= before)
            continue;
        const Verdict now = verdict(years);
        if (now.margin <= 0.0) {
            const double failing = failing_time(before, content.margin, years, now.margin);
            return {failing, verdict(failing).cause, false};
        }
        before = years;
        content = now;
    }
    return {horizon_years, content.cause, true};
}

} // namespace healed::study
