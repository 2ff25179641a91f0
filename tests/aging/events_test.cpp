#include "aging/constants.h"
#include "aging/exposure.h"
#include "aging/lapse.h"
#include "aging/summary.h"
#include "dots.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace healed::aging {
namespace {

/// A life with all that a plan can state about it.
Client eventful() {
    Client client;
    client.changes = {{-0.02, {.outdoor_fraction = 0.1}},
                      {0.05, {.exfoliant = Frequency::Daily}},
                      {2.0, {.protection = Protection::None, .swims_per_week = 3.0}},
                      {5.5, {.latitude_deg = 60.0, .hat = Protection::Daily, .smoker = true}}};
    client.seasons = {{.at_years = 0.4, .days = 21.0, .times = 15, .habits = {.latitude_deg = 28.0}},
                      {.at_years = 3.45, .days = 60.0, .habits = {.outdoor_fraction = 0.3}}};
    return client;
}

treatment::Plan plan_of(const std::string& ink) {
    treatment::Plan plan;
    plan.sessions = {{.day = 0.0, .ink = ink}, {.day = 20.0, .ink = ink}};
    plan.touch_ups = {{.at_years = 3.0, .ink = "smp-warm"}};
    plan.laser_passes = {{.at_years = 4.0}, {.at_years = 4.2, .wavelength_nm = 532.0, .strength = 0.7}};
    return plan;
}

Client with_doses(double sed) {
    Client client;
    client.ambient_sed_per_year = sed;
    return client;
}

TEST(Exposure, AddsUpOverAnyCut) {
    const Exposure life{eventful()};
    EXPECT_GT(life.turns().size(), 30u);
    const Lived whole = life.between(-1.0, 19.0);
    for (const double cut : {-0.5, 0.0, 0.41, 0.4575, 2.0, 3.5, 7.77, 18.0}) {
        const Lived first = life.between(-1.0, cut), second = life.between(cut, 19.0);
        EXPECT_NEAR(first.sed + second.sed, whole.sed, 1e-9 * whole.sed);
        EXPECT_NEAR(first.factor_years + second.factor_years, whole.factor_years, 1e-9);
        EXPECT_NEAR(first.factor_sed + second.factor_sed, whole.factor_sed, 1e-9 * whole.factor_sed);
        EXPECT_GE(first.sed, 0.0);
    }
    EXPECT_EQ(life.between(3.0, 3.0).sed, 0.0);
}

TEST(Exposure, IsTheSumOfItsHabits) {
    Client base = in_the_dark();
    base.seasons = {{.at_years = 1.0, .days = 73.05, .times = 2, .habits = {.ambient_sed_per_year = 9000.0}}};
    const double summer = 0.2 * vertex_dose_sed(with_doses(9000.0));
    const Exposure life{base};
    EXPECT_NEAR(life.between(0.0, 1.0).sed, 0.0, 1e-12);
    EXPECT_NEAR(life.between(1.0, 1.1).sed, 0.5 * summer, 1e-9);
    EXPECT_NEAR(life.between(0.0, 10.0).sed, 2.0 * summer, 1e-9);
    const double constant = Exposure{Client{}}.between(2.0, 5.0).sed;
    EXPECT_NEAR(constant, 3.0 * vertex_dose_sed({}), 1e-9);
}

TEST(Exposure, HabitsGoTheWayPracticeSays) {
    const Client usual;
    const auto with = [&](const Habits& habits) { return with_habits(usual, habits); };
    EXPECT_LT(vertex_dose_sed(with({.hat = Protection::Daily})), 0.2 * vertex_dose_sed(usual));
    EXPECT_GT(vertex_dose_sed(with({.latitude_deg = 28.0})), vertex_dose_sed(with({.latitude_deg = 60.0})));
    EXPECT_GT(clearance_factor(with({.swims_per_week = 3.0})), clearance_factor(usual));
    EXPECT_GE(clearance_factor(with({.exfoliant = Frequency::Daily})), 1.2 * clearance_factor(usual));
    EXPECT_GT(clearance_factor(with({.smoker = true})), clearance_factor(usual));
    EXPECT_NEAR(ambient_sed_per_year(60.0), 2300.0, 1e-9);
    EXPECT_NEAR(ambient_sed_per_year(-27.0), 12000.0, 1e-9);
}

TEST(Lapse, CuttingItInPiecesChangesNothing) {
    // The same life, with turns at which nothing changes.
    Client cut = eventful();
    for (const double years : {0.003, 0.01, 0.06, 0.09, 0.5, 1.23, 3.99, 4.1, 9.0})
        cut.changes.push_back({years, {}});
    std::stable_sort(cut.changes.begin(), cut.changes.end(),
                     [](const HabitChange& a, const HabitChange& b) { return a.at_years < b.at_years; });
    for (const char* ink : {"smp-carbon", "iron-oxide-brown", "process-black-three"}) {
        const Course whole = course(plan_of(ink), the_library(), eventful());
        const Course pieces = course(plan_of(ink), the_library(), cut);
        treatment::Dot dot = level_dot(the_library().ink(ink), 0.22);
        dot.session = 1;
        for (const double years : {0.0, 0.02, 0.08, 0.3, 1.0, 3.9, 4.05, 6.0, 12.0, 20.0}) {
            const DotState a = age(dot, whole.by_session[1], years),
                           b = age(dot, pieces.by_session[1], years);
            for (std::size_t i = 0; i < treatment::max_pigments; ++i)
                EXPECT_NEAR(a.mass_ng[i], b.mass_ng[i], 1e-5f * dot.mass_ng[i]) << ink << " " << years;
            EXPECT_NEAR(a.ferric_ng, b.ferric_ng, 1e-5f * delivered_ng(dot)) << ink << " " << years;
            EXPECT_NEAR(a.darkened_ng, b.darkened_ng, 1e-5f * delivered_ng(dot)) << ink << " " << years;
            EXPECT_NEAR(a.depth_mm, b.depth_mm, 1e-6f);
        }
    }
}

TEST(Lapse, ConstantHabitsAreTheChainTakenWhole) {
    // What 200 steps through healing and years make of free and settled ink, against the pieces' closed form.
    const Placement place = placement(0.22);
    Compartments stepped = fresh(place);
    const DailyRates rates{.leak = 0.004,
                           .clearance = 0.002,
                           .into_ferric = 0.15,
                           .ferric_clearance = 0.0021,
                           .dark_clearance = 0.002};
    Compartments once = after(stepped, rates, 80.0);
    for (int i = 0; i < 200; ++i)
        stepped = after(stepped, rates, 0.4);
    EXPECT_NEAR(stepped.free, once.free, 1e-10);
    EXPECT_NEAR(stepped.settled, once.settled, 1e-10);
    EXPECT_NEAR(stepped.ferric, once.ferric, 1e-10);
    EXPECT_GT(once.ferric, 0.0);
    EXPECT_NEAR(stepped.epidermal, once.epidermal, 1e-10);
}

TEST(Events, MassNeverGrowsWithoutOne) {
    for (const char* ink : {"smp-carbon", "iron-oxide-brown", "grey-titanium", "carbon-green-orange"}) {
        const Course all = course(plan_of(ink), the_library(), eventful());
        const treatment::Dot dot = level_dot(the_library().ink(ink), 0.27);
        double before = delivered_ng(dot) * (1.0 + 1e-6);
        for (double years = 0.0; years < 20.0; years += years < 0.3 ? 0.01 : 0.1) {
            const DotState now = age(dot, all.by_session[0], years);
            EXPECT_LE(ink_ng(dot, now), before * (1.0 + 1e-6)) << ink << " " << years;
            before = ink_ng(dot, now);
            for (const float mass : now.mass_ng)
                EXPECT_GE(mass, 0.0f);
            EXPECT_GE(now.ferric_ng, 0.0f);
            EXPECT_GE(now.darkened_ng, 0.0f);
        }
    }
}

TEST(Events, TouchUpsAddOnlyWhenTheyAreMade) {
    const Course all = course(plan_of("smp-carbon"), the_library(), {});
    std::vector<treatment::Dot> dots(3, level_dot(the_library().ink("smp-carbon"), 0.27));
    dots[1].session = 1;
    dots[2] = level_dot(the_library().ink("smp-warm"), 0.27);
    dots[2].session = 2;
    EXPECT_EQ(summarize(dots, all, 2.99).dots, 2u);
    EXPECT_EQ(summarize(dots, all, 3.0).dots, 3u);
    EXPECT_GT(summarize(dots, all, 3.0).ink_left.at("carbon"),
              summarize(dots, all, 2.99).ink_left.at("carbon"));
    EXPECT_NEAR(ink_ng(dots[2], age_all(dots, all, 3.0)[2]), delivered_ng(dots[2]), 1e-4);
}

/// What passes leave of a dot a year after the last of them, of what would be there without.
double left_by_laser(const std::string& ink, double depth_mm, int passes, double nm, int type) {
    treatment::Plan plan;
    plan.sessions = {{.ink = ink}};
    Client client = in_the_dark();
    client.fitzpatrick = type;
    const treatment::Dot dot = level_dot(the_library().ink(ink), depth_mm);
    const auto ng = [&] {
        return ink_ng(dot, age(dot, course(plan, the_library(), client).by_session[0], 4.0));
    };
    const double without = ng();
    for (int i = 0; i < passes; ++i)
        plan.laser_passes.push_back({.at_years = 1.0 + 0.15 * i, .wavelength_nm = nm});
    return ng() / without;
}

TEST(Laser, EveryPassTakesMoreAndDeepInkAndDarkSkinNeedMore) {
    double before = 1.0;
    for (int passes = 1; passes <= 10; ++passes) {
        const double left = left_by_laser("smp-carbon", 0.27, passes, 1064.0, 2);
        EXPECT_LT(left, before);
        before = left;
    }
    EXPECT_LT(left_by_laser("smp-carbon", 0.2, 2, 1064.0, 2), 0.3) << "one to two passes for shallow ink";
    EXPECT_GT(left_by_laser("smp-carbon", 0.95, 2, 1064.0, 2), 0.5);
    EXPECT_LT(left_by_laser("smp-carbon", 0.95, 10, 1064.0, 2), 0.4) << "up to ten for deep ink";
    EXPECT_GT(left_by_laser("smp-carbon", 0.27, 3, 1064.0, 6),
              left_by_laser("smp-carbon", 0.27, 3, 1064.0, 1));
}

TEST(Laser, IsChosenByPigment) {
    const auto left_of = [](const char* pigment, double nm) {
        ink::Ink ink;
        ink.components = {{pigment, 1.0}};
        ink.name = pigment;
        const LaserEffect effect = laser_effect({.wavelength_nm = nm}, ink, the_library(), 2);
        return 1.0 - effect.broken_up[0];
    };
    EXPECT_LT(left_of("pr170", 532.0), left_of("pr170", 1064.0));
    EXPECT_LT(left_of("pb15", 694.0), left_of("pb15", 1064.0));
    EXPECT_LT(left_of("carbon", 1064.0), left_of("py83", 1064.0));
}

TEST(Laser, OxidesDarkenAndCarbonDoesNot) {
    const auto darkened = [](const char* ink) {
        treatment::Plan plan;
        plan.sessions = {{.ink = ink}};
        plan.laser_passes = {{.at_years = 1.0}};
        const treatment::Dot dot = level_dot(the_library().ink(ink), 0.27);
        const Course all = course(plan, the_library(), {});
        EXPECT_EQ(age(dot, all.by_session[0], 0.999).darkened_ng, 0.0f) << ink;
        return age(dot, all.by_session[0], 1.001).darkened_ng / delivered_ng(dot);
    };
    EXPECT_GT(darkened("iron-oxide-brown"), 0.02);
    EXPECT_GT(darkened("grey-titanium"), 0.02);
    EXPECT_EQ(darkened("smp-carbon"), 0.0);
}

TEST(Care, SoonerCostsMoreInsideItsWindowAndLaterGainsNothing) {
    const auto left = [](const Care& care) {
        Client client = in_the_dark();
        client.care = care;
        const treatment::Dot dot = level_dot(the_library().ink("smp-carbon"), 0.27);
        return ink_ng(dot, age(dot, the_library().ink("smp-carbon"), the_library(), client, 60.0 * day));
    };
    const double advised = left({});
    for (double Care::*what :
         {&Care::water_from_day, &Care::sweat_from_day, &Care::shave_from_day, &Care::pool_from_day}) {
        double before = 0.0;
        for (const double from : {0.0, 1.0, 2.0, 3.0, 3.9, 6.0, 12.0, 20.0, 27.0, 40.0}) {
            Care care;
            care.*what = from;
            const double now = left(care);
            EXPECT_GE(now, before - 1e-9);
            EXPECT_LE(now, advised * (1.0 + 1e-6));
            before = now;
        }
        EXPECT_NEAR(before, advised, 1e-6);
    }
    const double careless = left({0.0, 0.0, 0.0, 0.0});
    EXPECT_GT(careless / advised, 0.6);
    EXPECT_LT(careless / advised, 0.85);
    EXPECT_LT(healing_stage(3.0, {.water_from_day = 1.0}).crust, 0.5 * healing_stage(3.0).crust);
}

TEST(Healing, AHeavySlowHandReddensMoreButNotForLonger) {
    treatment::Plan plan;
    plan.sessions = {{.ink = "smp-carbon"}};
    const std::vector<treatment::Dot> dot{level_dot(the_library().ink("smp-carbon"), 0.27)};
    const auto redness = [&](double days) {
        return age_all(dot, course(plan, the_library(), in_the_dark()), days / constant::days_per_year)
            .front()
            .redness;
    };
    const float light = redness(0.0), light_later = redness(1.0);
    plan.needle.dwell = 2.5;
    plan.needle.pressure = 1.6;
    EXPECT_NEAR(redness(0.0) / light, 2.0, 1e-5);
    EXPECT_NEAR(redness(1.0) / light_later, 2.0, 1e-5);
}

} // namespace
} // namespace healed::aging
