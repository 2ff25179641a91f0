#include "type_three.h"

#include "treatment/needle.h"

#include <gtest/gtest.h>

namespace healed::study {
namespace {

Judge judge_of(const treatment::Plan& plan) {
    return Judge(plan, the_library(), type_three());
}

TEST(TypicalDots, StandForTheHandsScatter) {
    treatment::Plan plan = standard_plan();
    plan.sessions.resize(1);
    plan.sessions[0].cumulative_density = 1.0;
    plan.hand = {.depth_sd_mm = 0.05, .size_cv = 0.15, .load_cv = 0.25};
    const aging::Course course = aging::course(plan, the_library(), {});
    const Inks inks(plan, the_library());
    constexpr std::size_t touches = 4000;
    TypicalDots many;
    for (std::size_t i = 0; i < touches; ++i) {
        treatment::Random random(plan.seed, treatment::Purpose::Touch, i);
        treatment::Dot dot =
            treatment::touch(plan, plan.sessions[0], the_library().ink("smp-carbon"), 1.0, random);
        dot.normal = {0.0f, 1.0f, 0.0f};
        many.dots.push_back(dot);
        many.per_mm2.push_back(
            static_cast<float>(treatment::follicles_per_cm2(plan.follicles) / 100.0 / touches));
    }
    for (const double years : {healed_years, 4.0, 10.0}) {
        const auto seen = [&](const TypicalDots& zone) {
            return look_at(*type_three()[2], inks, zone, aging::age_all(zone.dots, course, years));
        };
        const ZoneLook few = seen(typical_dots(plan, the_library())), all = seen(many);
        EXPECT_NEAR(few.contrast, all.contrast, 0.03 * all.contrast) << years;
        EXPECT_NEAR(few.blueness, all.blueness, 0.02) << years;
        EXPECT_NEAR(few.diameter_mm, all.diameter_mm, 0.02 * all.diameter_mm) << years;
    }
}

TEST(ZoneLook, CarbonHasNoCastAndMixturesAreHeldAgainstEquallyLightCarbon) {
    const Judge carbon = judge_of(standard_plan()), process = judge_of(standard_plan("process-black-three"));
    const Prospect neutral(carbon, median_person()), coloured(process, median_person());
    EXPECT_EQ(neutral.at(5.0).dot_cast, 0.0);
    for (const double years : {healed_years, 3.0, 8.0}) {
        const ZoneLook look = coloured.at(years);
        EXPECT_NEAR(look.neutral.l, look.lab.l, 2e-3) << years;
        EXPECT_GT(look.zone_cast, 0.0) << years;
        EXPECT_GT(look.dot_cast, look.zone_cast) << years;
    }
    EXPECT_GT(coloured.at(5.0).dot_cast, coloured.at(healed_years).dot_cast + 0.5);
}

TEST(ZoneLook, DeepInkIsBluerWiderAndStaysLonger) {
    double blueness = 0.0, diameter = 0.0, kept = 0.0;
    for (const double depth : {0.20, 0.27, 0.34, 0.45, 0.57}) {
        const Judge judge = judge_of(resting_at(depth));
        const Prospect prospect(judge, median_person());
        const ZoneLook& healed = prospect.healed();
        EXPECT_GT(healed.blueness, blueness) << depth;
        EXPECT_GT(healed.diameter_mm, diameter) << depth;
        EXPECT_GT(prospect.at(6.0).ink_ng_per_mm2 / healed.ink_ng_per_mm2, kept) << depth;
        blueness = healed.blueness;
        diameter = healed.diameter_mm;
        kept = prospect.at(6.0).ink_ng_per_mm2 / healed.ink_ng_per_mm2;
    }
}

TEST(Prospect, ComesBackWhenTheFirstCriterionFails) {
    const Judge judge = judge_of(standard_plan());
    for (std::uint64_t i = 0; i < 40; ++i) {
        const Prospect prospect(judge, draw_person({.fitzpatrick = 3}, 11, i));
        const TouchUp touch_up = prospect.touch_up();
        if (touch_up.lasts)
            continue;
        EXPECT_GT(prospect.verdict(touch_up.years - 0.02).margin, 0.0) << i;
        EXPECT_LT(prospect.verdict(touch_up.years + 0.02).margin, 0.0) << i;
        EXPECT_EQ(prospect.verdict(touch_up.years + 0.02).cause, touch_up.cause) << i;
        if (touch_up.cause == Cause::Faded) {
            EXPECT_NEAR(prospect.at(touch_up.years).contrast / prospect.healed().contrast,
                        prospect.kept_contrast(), 0.005)
                << i;
        }
    }
}

TEST(Prospect, EachMistakeFailsInItsOwnWay) {
    const auto cause = [](const treatment::Plan& plan, const aging::Client& client = {}) {
        const Judge judge = judge_of(plan);
        Person person = median_person();
        person.client = client;
        return Prospect(judge, person).touch_up();
    };
    EXPECT_EQ(cause(standard_plan()).cause, Cause::Faded);
    EXPECT_LT(cause(resting_at(0.14)).years, 0.6 * cause(standard_plan()).years);
    const TouchUp deep = cause(resting_at(0.57));
    EXPECT_TRUE(deep.cause == Cause::Size || deep.cause == Cause::Blueness);
    EXPECT_EQ(deep.years, healed_years);
    const aging::Client sunny{.ambient_sed_per_year = 9000.0,
                              .outdoor_fraction = 0.05,
                              .protection = aging::Protection::None,
                              .immune_factor = 0.6};
    EXPECT_EQ(cause(standard_plan("process-black-three"), sunny).cause, Cause::Hue);
}

} // namespace
} // namespace healed::study
