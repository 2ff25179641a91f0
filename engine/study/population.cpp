#include "study/population.h"

#include "study/constants.h"
#include "treatment/random.h"

#include <algorithm>
#include <cmath>

namespace healed::study {

using namespace constant;

namespace {

constexpr double youngest_years = 18.0, oldest_years = 80.0;
/// A person outdoors all day does not get more of the ambient dose.
constexpr double most_outdoor_fraction = 0.3;

/// Everything that chance decides about one person, always drawn in this order and all of it.
struct Draws {
    Draws(std::uint64_t seed, std::uint64_t index) {
        treatment::Random random(seed, treatment::Purpose::People, index);
        immunity = random.normal();
        age = random.normal();
        ambient = random.normal();
        fraction = random.normal();
        depth = random.normal();
        taste = random.normal();
        oil = random.uniform();
        smoking = random.uniform();
        outdoors = random.uniform();
        protection = random.uniform();
        type = random.uniform();
        size = random.scatter(size_cv);
        load = random.scatter(load_cv);
    }
    double immunity, age, ambient, fraction, depth, taste;
    double oil, smoking, outdoors, protection, type;
    double size, load;
};

double oil_factor_at(double share) {
    if (share < dry_share)
        return dry_factor;
    return share < 1.0 - oily_share ? 1.0 : static_cast<double>(oily_factor);
}

aging::Protection protection_at(double share) {
    if (share < daily_share)
        return aging::Protection::Daily;
    return share < daily_share + occasional_share ? aging::Protection::Occasional : aging::Protection::None;
}

int fitzpatrick_at(double share) {
    double below = 0.0;
    for (std::size_t i = 0; i + 1 < type_share.size(); ++i) {
        below += type_share[i];
        if (share < below)
            return static_cast<int>(i) + 1;
    }
    return static_cast<int>(type_share.size());
}

double within_life(double fraction) {
    return std::min(fraction, most_outdoor_fraction);
}

Person treated_by_hand(const aging::Client& client, const Draws& draws) {
    return {.client = client,
            .depth_offset_mm = depth_sd * draws.depth,
            .size_factor = draws.size,
            .load_factor = draws.load,
            .taste = draws.taste};
}

} // namespace

Person draw_person(const SetForAll& set, std::uint64_t seed, std::uint64_t index) {
    const Draws draws(seed, index);
    const double life = draws.outdoors < outdoor_share ? outdoor_fraction : indoor_fraction;
    aging::Client client;
    client.ambient_sed_per_year =
        set.ambient_sed_per_year.value_or(ambient_median * std::exp(ambient_sd * draws.ambient));
    client.outdoor_fraction =
        within_life(set.outdoor_fraction.value_or(life) * std::exp(fraction_sd * draws.fraction));
    client.protection = set.protection.value_or(protection_at(draws.protection));
    client.immune_factor = set.immune_factor.value_or(std::exp(immune_sd * draws.immunity));
    client.age_years =
        set.age_years.value_or(std::clamp(age_mean + age_sd * draws.age, youngest_years, oldest_years));
    client.oil_factor = set.oil_factor.value_or(oil_factor_at(draws.oil));
    client.latitude_deg = set.latitude_deg;
    client.hat = set.hat.value_or(client.hat);
    client.swims_per_week = set.swims_per_week.value_or(client.swims_per_week);
    client.exfoliant = set.exfoliant.value_or(client.exfoliant);
    client.smoker = set.smoker.value_or(draws.smoking < smoker_share);
    client.fitzpatrick = set.fitzpatrick.value_or(fitzpatrick_at(draws.type));
    return treated_by_hand(client, draws);
}

Person draw_person_like(const aging::Client& known, std::uint64_t seed, std::uint64_t index) {
    const Draws draws(seed, index);
    aging::Client client = known;
    client.immune_factor *= std::exp(immune_sd * draws.immunity);
    client.outdoor_fraction = within_life(known.outdoor_fraction * std::exp(fraction_sd * draws.fraction));
    return treated_by_hand(client, draws);
}

} // namespace healed::study
