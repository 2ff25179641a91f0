#include "aging/constants.h"
#include "aging/healing.h"
#include "aging/summary.h"
#include "base/error.h"
#include "dots.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <set>

namespace healed::aging {
namespace {

constexpr double times[] = {0.0,      1e-4,     0.5 * day, 1 * day,  3 * day,  5.5 * day, 8 * day, 14 * day,
                            29 * day, 30 * day, 31 * day,  60 * day, 90 * day, 0.5,       1.0,     2.0,
                            3.0,      5.0,      7.0,       10.0,     15.0,     20.0,      50.0};
constexpr double depths_mm[] = {0.03, 0.10, 0.14, 0.19, 0.27, 0.38, 0.55, 0.95, 2.5};

std::vector<Client> clients() {
    Client median, outdoors, immune;
    outdoors.ambient_sed_per_year = 12000.0;
    outdoors.outdoor_fraction = 0.3;
    outdoors.protection = Protection::None;
    outdoors.fitzpatrick = 1;
    immune.immune_factor = 5.0;
    immune.age_years = 18.0;
    immune.oil_factor = 1.25;
    immune.smoker = true;
    return {median, outdoors, immune, in_the_dark()};
}

bool same(const DotState& a, const DotState& b) {
    return a.depth_mm == b.depth_mm && a.sigma_mm == b.sigma_mm && a.sigma_z_mm == b.sigma_z_mm &&
           a.mass_ng == b.mass_ng && a.ferric_ng == b.ferric_ng && a.crust == b.crust &&
           a.redness == b.redness && a.veil == b.veil;
}

TEST(Age, AtTimeZeroTheInkIsThatOfThePlan) {
    for (const auto& [name, ink] : the_library().inks)
        for (const double depth : depths_mm) {
            const treatment::Dot dot = level_dot(ink, depth);
            const DotState state = age(dot, ink, the_library(), {}, 0.0);
            for (std::size_t i = 0; i < treatment::max_pigments; ++i)
                EXPECT_NEAR(state.mass_ng[i] + state.crust * dot.mass_ng[i], dot.mass_ng[i],
                            1e-5 * delivered_ng(dot))
                    << name;
            EXPECT_EQ(state.ferric_ng, 0.0f);
            if (depth >= 0.1) { // above, the profile is cut off by the surface
                EXPECT_NEAR(state.depth_mm, depth, 2e-3) << name;
                EXPECT_NEAR(state.sigma_z_mm, 0.08, 4e-3) << name << " " << depth;
            }
            EXPECT_NEAR(state.sigma_mm * 2.0 * std::sqrt(2.0), dot.footprint_mm, 1e-5);
        }
}

TEST(Age, InkNeverGrowsAndNothingIsNegativeOrUnbounded) {
    for (const auto& [name, ink] : the_library().inks)
        for (const Client& client : clients()) {
            const Kinetics rates = kinetics(ink, the_library(), client);
            for (const double depth : depths_mm) {
                const treatment::Dot dot = level_dot(ink, depth);
                double before = delivered_ng(dot) * (1.0 + 1e-6);
                for (const double years : times) {
                    const DotState state = age(dot, rates, years);
                    const double now = ink_ng(dot, state);
                    ASSERT_LE(now, before * (1.0 + 1e-6) + 1e-12)
                        << name << " " << depth << " mm " << years << " y";
                    before = now;
                    for (const float mass : state.mass_ng)
                        ASSERT_GE(mass, 0.0f);
                    ASSERT_GE(state.ferric_ng, 0.0f);
                    for (const float value : {state.depth_mm, state.sigma_mm, state.sigma_z_mm})
                        ASSERT_TRUE(std::isfinite(value) && value > 0.0f)
                            << name << " " << depth << " " << years;
                }
            }
        }
}

TEST(Age, OnlyMagnetiteTurnsRedAndByNoMoreThanItsShareOfTheLoss) {
    for (const auto& [name, ink] : the_library().inks) {
        const treatment::Dot dot = level_dot(ink, 0.27);
        const Kinetics rates = kinetics(ink, the_library(), {});
        const DotState healed = age(dot, rates, 30 * day), later = age(dot, rates, 6.0);
        if (rates.magnetite_place < 0) {
            EXPECT_EQ(later.ferric_ng, 0.0f) << name;
            continue;
        }
        const auto place = static_cast<std::size_t>(rates.magnetite_place);
        EXPECT_GT(later.ferric_ng, 0.0f) << name;
        EXPECT_LE(later.ferric_ng, 0.15f * (healed.mass_ng[place] - later.mass_ng[place]) + healed.ferric_ng)
            << name;
    }
}

TEST(Age, LightBleachesAzoFastPhthalocyanineHardlyAndCarbonNot) {
    Client client = in_the_dark();
    client.immune_factor = 0.0; // so that light is all that acts
    Client sunny = client;
    sunny.ambient_sed_per_year = 9000.0;
    const auto bleached = [&](const char* pigment) {
        ink::Ink ink;
        ink.name = pigment;
        ink.components = {{pigment, 1.0}};
        ink.pigment_ng_per_dot = 2.0;
        const treatment::Dot dot = level_dot(ink, 0.27);
        return age(dot, ink, the_library(), sunny, 5.0).mass_ng[0] /
               age(dot, ink, the_library(), client, 5.0).mass_ng[0];
    };
    EXPECT_EQ(bleached("carbon"), 1.0f);
    EXPECT_EQ(bleached("hematite"), 1.0f);
    EXPECT_GT(bleached("pb15"), 0.9f);
    EXPECT_GT(bleached("pg7"), 0.9f);
    EXPECT_LT(bleached("po13"), 0.5f);
    EXPECT_LT(bleached("po13"), bleached("py83"));
    EXPECT_LT(bleached("py83"), bleached("pr170"));
}

TEST(Age, ShallowInkGoesFirstAndWhatStaysLiesDeeper) {
    const ink::Ink& ink = the_library().ink("smp-carbon");
    const Kinetics rates = kinetics(ink, the_library(), {});
    double last_left = 0.0;
    for (const double depth : {0.14, 0.19, 0.27, 0.38, 0.55}) {
        const treatment::Dot dot = level_dot(ink, depth);
        const double left = age(dot, rates, 5.0).mass_ng[0] / dot.mass_ng[0];
        EXPECT_GT(left, last_left) << depth;
        last_left = left;
        float deeper = 0.0f;
        for (const double years : times) {
            const float now = age(dot, rates, years).depth_mm;
            EXPECT_GE(now, deeper - 1e-5f) << depth << " mm " << years;
            EXPECT_LT(now, depth + 0.2);
            deeper = now;
        }
    }
}

TEST(Age, SwelledDotsSettleAndThenSpread) {
    const ink::Ink& ink = the_library().ink("smp-carbon");
    const treatment::Dot dot = level_dot(ink, 0.27);
    const Kinetics rates = kinetics(ink, the_library(), {});
    const float fresh = age(dot, rates, 0.0).sigma_mm, healed = age(dot, rates, 30 * day).sigma_mm;
    EXPECT_LT(healed, fresh);
    EXPECT_GT(age(dot, rates, 7.0).sigma_mm, healed);
}

TEST(Age, ChainHoldsWhereItsRatesMeet) {
    for (const double a : {0.1, 0.82, 3.0})
        for (const double t : {0.01, 1.0, 30.0}) {
            EXPECT_NEAR(chain(a, a, t), t * std::exp(-a * t), 1e-9);
            EXPECT_NEAR(chain(a, a * (1.0 + 1e-9), t), chain(a, a, t), 1e-7);
        }
}

treatment::Plan two_sessions() {
    treatment::Plan plan;
    plan.sessions = {{.day = 0.0, .ink = "smp-carbon"}, {.day = 20.0, .ink = "process-black-three"}};
    return plan;
}

std::vector<treatment::Dot> dots_of_both(std::size_t count) {
    std::vector<treatment::Dot> dots;
    for (std::size_t i = 0; i < count; ++i) {
        dots.push_back(level_dot(the_library().ink(two_sessions().sessions[i % 2].ink),
                                 0.15 + 0.0001 * static_cast<double>(i)));
        dots.back().session = static_cast<std::uint8_t>(i % 2);
    }
    return dots;
}

TEST(AgeAll, DayZeroIsRightAfterTheLastSession) {
    const Clock clock(two_sessions());
    EXPECT_NEAR(clock.age_years(0, 0.0), 20.0 * day, 1e-12);
    EXPECT_NEAR(clock.age_years(1, 0.0), 0.0, 1e-12);
    const Course whole = course(two_sessions(), the_library(), {});
    const std::vector<treatment::Dot> dots = dots_of_both(2);
    const std::vector<DotState> states = age_all(dots, whole, 0.0);
    EXPECT_TRUE(same(states[0], age(dots[0], whole.by_session[0], 20.0 * day)));
    EXPECT_TRUE(same(states[1], age(dots[1], whole.by_session[1], 0.0)));
}

TEST(AgeAll, DotsThatAreNotMadeYetHoldNothing) {
    const Course whole = course(two_sessions(), the_library(), {});
    const std::vector<treatment::Dot> dots = dots_of_both(2);
    const std::vector<DotState> states = age_all(dots, whole, -5.0 * day);
    EXPECT_GT(states[0].mass_ng[0], 0.0f);
    EXPECT_EQ(ink_ng(dots[1], states[1]), 0.0);
    EXPECT_EQ(summarize(dots, whole, -5.0 * day).dots, 1u);
    EXPECT_EQ(summarize(dots, whole, -25.0 * day).dots, 0u);
}

TEST(AgeAll, OrderOfDotsAndOfTimesChangesNothing) {
    const Course whole = course(two_sessions(), the_library(), {});
    const std::vector<treatment::Dot> dots = dots_of_both(5000);
    const std::vector<DotState> straight = age_all(dots, whole, 4.0);
    age_all(dots, whole, 9.0);
    std::vector<treatment::Dot> reversed(dots.rbegin(), dots.rend());
    const std::vector<DotState> backwards = age_all(reversed, whole, 4.0);
    for (std::size_t i = 0; i < dots.size(); ++i)
        ASSERT_TRUE(same(straight[i], backwards[dots.size() - 1 - i]));
}

TEST(Summary, StartsWholeAndLosesTheWarmPigmentsFirst) {
    const Course whole = course(two_sessions(), the_library(), {});
    const std::vector<treatment::Dot> dots = dots_of_both(1000);
    const Summary start = summarize(dots, whole, 0.0), later = summarize(dots, whole, 5.0);
    EXPECT_EQ(start.dots, 1000u);
    EXPECT_NEAR(start.ink_left.at("pb15"), 1.0, 1e-5);
    EXPECT_LT(start.ink_left.at("carbon"), 0.75) << "its session is 20 days older";
    EXPECT_LT(later.ink_left.at("py83"), later.ink_left.at("pr170"));
    EXPECT_LT(later.ink_left.at("pr170"), later.ink_left.at("pb15"));
    EXPECT_GT(later.mean_depth_mm, start.mean_depth_mm);
    EXPECT_LT(later.mean_diameter_mm, start.mean_diameter_mm + 0.2);
}

TEST(Client, ATypeThatDoesNotExistIsRefusedByName) {
    Client client;
    client.fitzpatrick = 7;
    try {
        kinetics(the_library().ink("smp-carbon"), the_library(), client);
        FAIL() << "type 7 was taken";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("fitzpatrick: 7"), std::string::npos);
    }
}

TEST(Constants, EachLiesInItsRangeUnderANameOfItsOwnWithAUnitAndASource) {
    std::set<std::string_view> names;
    EXPECT_GT(constants().size(), 40u);
    for (const Constant& constant : constants()) {
        EXPECT_GE(constant.value, constant.low) << constant.name;
        EXPECT_LE(constant.value, constant.high) << constant.name;
        EXPECT_FALSE(constant.unit.empty()) << constant.name;
        EXPECT_FALSE(constant.source.empty()) << constant.name;
        EXPECT_TRUE(names.insert(constant.name).second) << constant.name;
    }
}

} // namespace
} // namespace healed::aging
