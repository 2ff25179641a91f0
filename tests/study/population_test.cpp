#include "study/population.h"

#include "study/constants.h"

#include <cmath>
#include <gtest/gtest.h>

namespace healed::study {
namespace {

constexpr std::uint64_t people = 20'000;

template <typename Value>
double mean_of(Value value, const SetForAll& set = {}) {
    double sum = 0.0;
    for (std::uint64_t i = 0; i < people; ++i)
        sum += value(draw_person(set, 7, i));
    return sum / static_cast<double>(people);
}

TEST(Population, IsSpreadAsItsConstantsSay) {
    using namespace constant;
    const double error = 4.0 / std::sqrt(static_cast<double>(people));
    EXPECT_NEAR(mean_of([](const Person& p) { return std::log(p.client.immune_factor); }), 0.0,
                immune_sd * error);
    EXPECT_NEAR(mean_of([](const Person& p) { return std::pow(std::log(p.client.immune_factor), 2); }),
                immune_sd * immune_sd, 1.5 * immune_sd * immune_sd * error);
    EXPECT_NEAR(mean_of([](const Person& p) { return p.client.age_years; }), age_mean, age_sd * error + 0.1);
    EXPECT_NEAR(mean_of([](const Person& p) { return std::log(p.client.ambient_sed_per_year); }),
                std::log(ambient_median), ambient_sd * error);
    EXPECT_NEAR(mean_of([](const Person& p) { return p.client.smoker ? 1.0 : 0.0; }), smoker_share, error);
    EXPECT_NEAR(mean_of([](const Person& p) { return p.client.oil_factor > 1.0 ? 1.0 : 0.0; }), oily_share,
                error);
    EXPECT_NEAR(
        mean_of([](const Person& p) { return p.client.protection == aging::Protection::Daily ? 1.0 : 0.0; }),
        daily_share, error);
    EXPECT_NEAR(mean_of([](const Person& p) { return p.depth_offset_mm * p.depth_offset_mm; }),
                depth_sd * depth_sd, 1.5 * depth_sd * depth_sd * error);
    for (int type = 1; type <= 6; ++type)
        EXPECT_NEAR(mean_of([&](const Person& p) { return p.client.fitzpatrick == type ? 1.0 : 0.0; }),
                    type_share[static_cast<std::size_t>(type - 1)], error)
            << type;
}

TEST(Population, SharesOfTypesAddUpToAll) {
    double sum = 0.0;
    for (const Constant& share : constant::type_share)
        sum += share;
    EXPECT_NEAR(sum, 1.0, 1e-12);
}

TEST(Population, HoldsTheSamePeopleWhateverIsTheSameForAll) {
    const SetForAll set{.ambient_sed_per_year = 9000.0,
                        .protection = aging::Protection::Daily,
                        .smoker = true,
                        .fitzpatrick = 2};
    for (std::uint64_t i = 0; i < 200; ++i) {
        const Person drawn = draw_person({}, 3, i), alike = draw_person(set, 3, i);
        EXPECT_EQ(alike.client.ambient_sed_per_year, 9000.0);
        EXPECT_EQ(alike.client.protection, aging::Protection::Daily);
        EXPECT_TRUE(alike.client.smoker);
        EXPECT_EQ(alike.client.fitzpatrick, 2);
        EXPECT_EQ(alike.client.immune_factor, drawn.client.immune_factor);
        EXPECT_EQ(alike.client.age_years, drawn.client.age_years);
        EXPECT_EQ(alike.client.outdoor_fraction, drawn.client.outdoor_fraction);
        EXPECT_EQ(alike.depth_offset_mm, drawn.depth_offset_mm);
        EXPECT_EQ(alike.taste, drawn.taste);
        EXPECT_EQ(alike.load_factor, drawn.load_factor);
    }
}

TEST(Population, IsAnotherUnderAnotherSeed) {
    const auto immunity = [](std::uint64_t seed, std::uint64_t index) {
        return draw_person({}, seed, index).client.immune_factor;
    };
    EXPECT_EQ(immunity(1, 5), immunity(1, 5));
    EXPECT_NE(immunity(1, 5), immunity(2, 5));
    EXPECT_NE(immunity(1, 5), immunity(1, 6));
}

TEST(Population, KeepsWhatIsKnownOfAClient) {
    const aging::Client known{.ambient_sed_per_year = 3600.0,
                              .protection = aging::Protection::None,
                              .age_years = 60.0,
                              .fitzpatrick = 5};
    double immunity = 0.0;
    for (std::uint64_t i = 0; i < 2000; ++i) {
        const Person person = draw_person_like(known, 1, i);
        EXPECT_EQ(person.client.ambient_sed_per_year, 3600.0);
        EXPECT_EQ(person.client.protection, aging::Protection::None);
        EXPECT_EQ(person.client.age_years, 60.0);
        EXPECT_EQ(person.client.fitzpatrick, 5);
        EXPECT_EQ(person.depth_offset_mm, draw_person({}, 1, i).depth_offset_mm);
        immunity += std::log(person.client.immune_factor) / 2000.0;
    }
    EXPECT_NEAR(immunity, 0.0, 4.0 * constant::immune_sd / std::sqrt(2000.0));
}

} // namespace
} // namespace healed::study
