#include "aging/exposure.h"

#include "aging/constants.h"
#include "base/error.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace healed::aging {

namespace {

struct Place {
    double latitude_deg;
    const Constant& sed_per_year;
};
constexpr std::array<Place, constant::ambient_dose.size()> places{{{-66, constant::ambient_dose[0]},
                                                                   {-45, constant::ambient_dose[1]},
                                                                   {-27, constant::ambient_dose[2]},
                                                                   {0, constant::ambient_dose[3]},
                                                                   {28, constant::ambient_dose[4]},
                                                                   {40, constant::ambient_dose[5]},
                                                                   {50, constant::ambient_dose[6]},
                                                                   {60, constant::ambient_dose[7]},
                                                                   {66, constant::ambient_dose[8]}}};

double transmission(Protection protection) {
    switch (protection) {
    case Protection::Daily:
        return constant::daily_protection;
    case Protection::Occasional:
        return constant::occasional_protection;
    case Protection::None:
        break;
    }
    return 1.0;
}

} // namespace

double ambient_sed_per_year(double latitude_deg) {
    std::size_t i = 1;
    while (i + 1 < places.size() && places[i].latitude_deg < latitude_deg)
        ++i;
    const Place &south = places[i - 1], &north = places[i];
    const double share = (latitude_deg - south.latitude_deg) / (north.latitude_deg - south.latitude_deg);
    return std::lerp(static_cast<double>(south.sed_per_year), static_cast<double>(north.sed_per_year),
                     std::clamp(share, 0.0, 1.0));
}

double vertex_dose_sed(const Client& client) {
    if (client.fitzpatrick < 1 || client.fitzpatrick > 6)
        fail("client: fitzpatrick: {} is outside 1 … 6", client.fitzpatrick);
    if (!(client.ambient_sed_per_year >= 0.0) || !(client.outdoor_fraction >= 0.0))
        fail("client: ambient_sed_per_year: {} and outdoor_fraction: {} must not be negative",
             client.ambient_sed_per_year, client.outdoor_fraction);
    const auto type = static_cast<std::size_t>(client.fitzpatrick - 1);
    const double ambient =
        client.latitude_deg ? ambient_sed_per_year(*client.latitude_deg) : client.ambient_sed_per_year;
    return ambient * client.outdoor_fraction * constant::vertex_dose * transmission(client.protection) *
           transmission(client.hat) * constant::melanin_dose[type];
}

double clearance_factor(const Client& client) {
    const double age_factor = 1.0 + constant::per_year_of_age * (client.age_years - constant::median_age);
    const double exfoliation =
        client.exfoliant == Frequency::Daily        ? static_cast<double>(constant::daily_exfoliant)
        : client.exfoliant == Frequency::Occasional ? static_cast<double>(constant::occasional_exfoliant)
                                                    : 1.0;
    return client.immune_factor * std::max(age_factor, 0.0) * client.oil_factor *
           (client.smoker ? static_cast<double>(constant::smoker_factor) : 1.0) *
           (1.0 + constant::per_weekly_swim * client.swims_per_week) * exfoliation;
}

namespace {

/// A stretch of one season.
struct Stretch {
    double from_years, to_years;
    const Habits* habits;
};

std::vector<Stretch> stretches(const Client& client) {
    std::vector<Stretch> all;
    for (const Season& season : client.seasons)
        for (int i = 0; i < season.times; ++i) {
            const double from = season.at_years + i * season.every_years;
            all.push_back({from, from + season.days / constant::days_per_year, &season.habits});
        }
    return all;
}

Client as_lived_at(const Client& client, const std::vector<Stretch>& seasons, double years) {
    Client now = client;
    now.changes.clear();
    now.seasons.clear();
    for (const HabitChange& change : client.changes)
        if (change.at_years <= years)
            now = with_habits(std::move(now), change.habits);
    for (const Stretch& season : seasons)
        if (season.from_years <= years && years < season.to_years)
            now = with_habits(std::move(now), *season.habits);
    return now;
}

Lived operator+(const Lived& a, const Lived& b) {
    return {a.years + b.years, a.factor_years + b.factor_years, a.factor_sed + b.factor_sed, a.sed + b.sed};
}

Lived at_rates(double factor, double sed_per_year, double years) {
    return {years, factor * years, factor * sed_per_year * years, sed_per_year * years};
}

} // namespace

Exposure::Exposure(const Client& client) {
    const std::vector<Stretch> seasons = stretches(client);
    for (const HabitChange& change : client.changes)
        turns_.push_back(change.at_years);
    for (const Stretch& season : seasons) {
        turns_.push_back(season.from_years);
        turns_.push_back(season.to_years);
    }
    std::sort(turns_.begin(), turns_.end());
    turns_.erase(std::unique(turns_.begin(), turns_.end()), turns_.end());
    const auto rates_at = [&](double years) {
        const Client now = as_lived_at(client, seasons, years);
        return Rates{clearance_factor(now), vertex_dose_sed(now)};
    };
    if (turns_.empty()) {
        rates_ = {{clearance_factor(client), vertex_dose_sed(client)}};
        return;
    }
    rates_ = {rates_at(turns_.front() - 1.0)};
    reached_ = {Lived{}};
    for (std::size_t i = 0; i < turns_.size(); ++i) {
        rates_.push_back(rates_at(turns_[i]));
        if (i + 1 < turns_.size())
            reached_.push_back(reached_.back() + at_rates(rates_.back().factor, rates_.back().sed_per_year,
                                                          turns_[i + 1] - turns_[i]));
    }
}

Lived Exposure::since_first_turn(double years) const {
    const auto after =
        static_cast<std::size_t>(std::upper_bound(turns_.begin(), turns_.end(), years) - turns_.begin());
    const Rates& now = rates_[after];
    if (turns_.empty())
        return at_rates(now.factor, now.sed_per_year, years);
    const std::size_t turn = std::max<std::size_t>(after, 1) - 1;
    return reached_[turn] + at_rates(now.factor, now.sed_per_year, years - turns_[turn]);
}

Lived Exposure::between(double from, double to) const {
    const Lived start = since_first_turn(from), end = since_first_turn(to);
    return {to - from, end.factor_years - start.factor_years, end.factor_sed - start.factor_sed,
            end.sed - start.sed};
}

} // namespace healed::aging
