#include "type_three.h"

#include "study/findings.h"

#include <gtest/gtest.h>

namespace healed::study {
namespace {

constexpr std::size_t patients = 400;

const Judge& standard() {
    static const Judge judge(standard_plan(), the_library(), type_three());
    return judge;
}

std::vector<Fate> cohort(SetForAll set, std::uint64_t seed = 1) {
    set.fitzpatrick = 3;
    return run_cohort(standard(), set, patients, seed, {});
}

TEST(Cohort, IsTheSameInAnyOrderAndOnAnyNumberOfThreads) {
    const std::vector<Fate> fates = cohort({});
    for (std::size_t i = patients; i-- > 0;) {
        const Prospect alone(standard(), draw_person({.fitzpatrick = 3}, 1, i));
        EXPECT_EQ(alone.touch_up().years, fates[i].touch_up.years) << i;
        EXPECT_EQ(alone.touch_up().cause, fates[i].touch_up.cause) << i;
    }
}

TEST(Cohort, BringsNobodyBackLaterForMoreSun) {
    const std::vector<Fate> shade = cohort({.ambient_sed_per_year = 2300.0}),
                            sun = cohort({.ambient_sed_per_year = 9000.0});
    for (std::size_t i = 0; i < patients; ++i)
        EXPECT_LE(sun[i].touch_up.years, shade[i].touch_up.years + 0.01) << i;
    EXPECT_LT(findings_of(sun, 1).p50.value, 0.9 * findings_of(shade, 1).p50.value);
}

TEST(Cohort, GainsFromProtectionPersonByPerson) {
    const std::vector<Fate> none = cohort({.protection = aging::Protection::None}),
                            daily = cohort({.protection = aging::Protection::Daily});
    for (std::size_t i = 0; i < patients; ++i)
        EXPECT_GE(daily[i].touch_up.years, none[i].touch_up.years - 0.01) << i;
}

TEST(Cohort, TellsHowFarItIsAndCanBeStopped) {
    double last = 0.0;
    run_cohort(standard(), {.fitzpatrick = 3}, patients, 1, [&](double done) {
        EXPECT_GT(done, last);
        last = done;
    });
    EXPECT_EQ(last, 1.0);
    const auto stop = [](double) { throw std::runtime_error("stopped"); };
    EXPECT_THROW(run_cohort(standard(), {.fitzpatrick = 3}, patients, 1, stop), std::runtime_error);
}

/// Clients whose touch-up is known.
std::vector<Fate> made_up() {
    std::vector<Fate> fates;
    for (int i = 0; i < 100; ++i) {
        Fate fate{};
        fate.person.client.protection = i % 2 == 0 ? aging::Protection::None : aging::Protection::Daily;
        fate.sed_per_year = 100.0 - i;
        fate.touch_up = {
            .years = 0.1 * i + 0.05, .cause = i < 90 ? Cause::Faded : Cause::Size, .lasts = false};
        fate.kept_at_half_a_year = 0.9;
        fates.push_back(fate);
    }
    fates.back().touch_up = {.years = horizon_years, .cause = Cause::Faded, .lasts = true};
    return fates;
}

TEST(Findings, CountWhatIsThere) {
    const Findings found = findings_of(made_up(), 1);
    EXPECT_EQ(found.patients, 100u);
    EXPECT_DOUBLE_EQ(found.satisfied[0], 0.9);
    EXPECT_DOUBLE_EQ(found.satisfied[2], 0.7);
    EXPECT_DOUBLE_EQ(found.satisfied[9], 0.01);
    EXPECT_DOUBLE_EQ(found.three_to_seven, 0.4);
    EXPECT_DOUBLE_EQ(found.lasting_share, 0.01);
    EXPECT_DOUBLE_EQ(found.shares.failure[0], 90.0 / 99.0);
    EXPECT_DOUBLE_EQ(found.shares.failure[2], 9.0 / 99.0);
    EXPECT_NEAR(found.p50.value, 5.0, 1e-9);
    ASSERT_TRUE(found.shares.by_3y_by_uv_quartile);
    EXPECT_EQ(*found.shares.by_3y_by_uv_quartile, (std::array<double, 4>{0.0, 0.0, 0.2, 1.0}));
    EXPECT_FALSE(found.shares.median_by_protection[1]);
    EXPECT_NEAR(*found.shares.median_by_protection[0], 4.95, 1e-9);
}

TEST(Findings, StandInTheJsonUnderTheirNames) {
    const auto json = to_json(findings_of(made_up(), 1));
    EXPECT_EQ(json["satisfied_at_years"].size(), 10u);
    for (const char* key : {"mean", "p5", "p25", "p50", "p75", "p95"}) {
        EXPECT_TRUE(json["touch_up_years"][key].is_number()) << key;
        EXPECT_LE(json["touch_up_years_band_90"][key][0], json["touch_up_years_band_90"][key][1]) << key;
    }
    for (const char* key : {"faded", "hue", "size", "blueness"})
        EXPECT_TRUE(json["failure_share"][key].is_number()) << key;
    EXPECT_EQ(json["touch_up_by_3y_by_uv_quartile"].size(), 4u);
    EXPECT_TRUE(json["median_years_by_protection"]["occasional"].is_null());
}

TEST(Findings, StandInTheCsvLineByLine) {
    const std::string csv = to_csv(made_up());
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 101);
    EXPECT_NE(csv.find(",lasts\n"), std::string::npos);
    EXPECT_NE(csv.find("touch_up_years,cause\n"), std::string::npos);
}

} // namespace
} // namespace healed::study
