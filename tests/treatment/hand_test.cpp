#include "coarse_scalp.h"
#include "plan_fixture.h"
#include "treatment/measure.h"
#include "treatment/needle.h"
#include "treatment/steering.h"
#include "treatment/strain.h"
#include "treatment/treat.h"

#include <cmath>
#include <gtest/gtest.h>

namespace healed::treatment {
namespace {

const ink::Library& the_library() {
    static const ink::Library library = two_pigment_library();
    return library;
}

std::vector<Strain> strains_of(const Plan& plan) {
    return visit_strains(visits(plan), plan.hand, follicles_per_cm2(plan.follicles));
}

TEST(Strain, SessionsWellApartHardlyStrain) {
    for (const Strain& strain : strains_of(three_sessions())) {
        EXPECT_GT(strain.ink_taken, 0.95);
        EXPECT_LT(strain.widening, 1.05);
    }
}

TEST(Strain, HasteForceAndCrowdingCostInkAndWiden) {
    const Strain calm = strains_of(three_sessions()).back();
    Plan hasty = three_sessions();
    for (std::size_t i = 0; i < 3; ++i)
        hasty.sessions[i].day = 2.0 * static_cast<double>(i);
    Plan at_once = three_sessions();
    at_once.sessions = {{.cumulative_density = 1.0}};
    Plan forceful = three_sessions();
    forceful.needle.dwell = 2.5;
    forceful.needle.pressure = 1.6;
    for (const Plan& plan : {hasty, at_once, forceful}) {
        const Strain strain = strains_of(plan).back();
        EXPECT_LT(strain.ink_taken, calm.ink_taken - 0.1);
        EXPECT_GT(strain.widening, calm.widening + 0.05);
    }
}

TEST(Hand, RowsAreMoreEvenThanNatureAndChanceLessAtTheSameDensity) {
    Plan plan = steady_hand();
    const Measures natural = measure(the_head(), plan, treat(the_head(), plan, the_library()));
    plan.hand.layout = Layout::Rows;
    const Measures rows = measure(the_head(), plan, treat(the_head(), plan, the_library()));
    plan.hand.layout = Layout::Chance;
    const Measures chance = measure(the_head(), plan, treat(the_head(), plan, the_library()));
    EXPECT_NEAR(rows.dots_per_cm2, natural.dots_per_cm2, 0.06 * natural.dots_per_cm2);
    EXPECT_NEAR(chance.dots_per_cm2, natural.dots_per_cm2, 0.06 * natural.dots_per_cm2);
    EXPECT_LT(rows.nearest_neighbour_cv, natural.nearest_neighbour_cv);
    EXPECT_GT(chance.nearest_neighbour_cv, natural.nearest_neighbour_cv + 0.1);
    EXPECT_LT(chance.smallest_distance_mm, 0.5 * natural.smallest_distance_mm);
}

TEST(Hand, MissesAndDoublesItsShares) {
    Plan plan = steady_hand();
    const auto all = static_cast<double>(treat(the_head(), plan, the_library()).dots.size());
    plan.hand.missed = 0.2;
    EXPECT_NEAR(static_cast<double>(treat(the_head(), plan, the_library()).dots.size()), 0.8 * all,
                0.02 * all);
    plan.hand.missed = 0.0;
    plan.hand.doubled = 0.2;
    const Treatment doubled = treat(the_head(), plan, the_library());
    EXPECT_NEAR(static_cast<double>(doubled.dots.size()), 1.2 * all, 0.02 * all);
    EXPECT_LT(measure(the_head(), plan, doubled).smallest_distance_mm, 0.1);
}

TEST(Needle, DwellBringsInkAndWidthAndPressureDepth) {
    Plan plan = steady_hand();
    const ink::Ink& ink = the_library().inks.at("test-ink");
    const auto standard = [&](const Plan& of) {
        Random random(1, Purpose::Touch, 0);
        return touch(of, {}, ink, 1.0, random);
    };
    const Dot light = standard(plan);
    plan.needle.dwell = 4.0;
    const Dot slow = standard(plan);
    EXPECT_NEAR(slow.mass_ng[0], 2.0f * light.mass_ng[0], 1e-4f);
    EXPECT_GT(slow.footprint_mm, 1.1f * light.footprint_mm);
    EXPECT_EQ(slow.depth_mm, light.depth_mm);
    plan.needle.dwell = 1.0;
    plan.needle.pressure = 2.0;
    EXPECT_GT(standard(plan).depth_mm, 1.2f * light.depth_mm);
}

TEST(Needle, LeansWithTheGrowthOrToTheHand) {
    Plan plan = steady_hand();
    const auto spread = [&] {
        glm::vec3 sum(0.0f);
        const Treatment treatment = treat(the_head(), plan, the_library());
        for (const Dot& dot : treatment.dots)
            sum += dot.drift;
        return glm::length(sum) / static_cast<float>(treatment.dots.size());
    };
    const float growing = spread();
    plan.needle.follows_growth = false;
    // All to one side, where growth fans out from the whorl.
    EXPECT_GT(spread(), growing + 0.1f);
}

TEST(Steering, GivesMoreWhereSkinHasKeptLessAndLessWhereItHasKeptMore) {
    Plan plan = steady_hand();
    plan.sessions = {{.cumulative_density = 0.3, .ink = "test-ink"},
                     {.day = 21.0, .cumulative_density = 1.0, .ink = "test-ink", .compensation = 1.0}};
    const Retention lopsided = [](std::span<const Dot> dots, std::size_t) {
        std::vector<float> kept;
        for (const Dot& dot : dots)
            kept.push_back(dot.position_mm.x > 0.0f ? 0.8f : 1.25f);
        return kept;
    };
    const auto mean_at = [&](const Treatment& treatment, std::size_t session, float side) {
        double sum = 0.0, count = 0.0;
        for (const Dot& dot : treatment.dots)
            if (dot.session == session && side * dot.position_mm.x > 6.0f) {
                sum += static_cast<double>(dot.mass_ng[0]);
                ++count;
            }
        return sum / count;
    };
    const Treatment blind = treat(the_head(), plan, the_library());
    const Treatment steered = treat_steered(the_head(), plan, the_library(), lopsided);
    EXPECT_NEAR(mean_at(steered, 0, 1.0f) / mean_at(blind, 0, 1.0f), 1.0, 1e-6);
    EXPECT_NEAR(mean_at(steered, 1, 1.0f) / mean_at(blind, 1, 1.0f), 1.25, 0.01);
    EXPECT_NEAR(mean_at(steered, 1, -1.0f) / mean_at(blind, 1, -1.0f), 0.8, 0.01);
}

TEST(Steering, HasBoundsAndNothingToSayWhereNoDotStands) {
    Dot lone{};
    const std::vector<Dot> dots{lone};
    const Steering lost(dots, {0.01f}, 1.0), half(dots, {0.64f}, 0.5);
    EXPECT_DOUBLE_EQ(lost.dose({0.5f, 0.0f, 0.0f}), 2.0);
    EXPECT_NEAR(half.dose({0.5f, 0.0f, 0.0f}), 1.25, 1e-6);
    EXPECT_DOUBLE_EQ(lost.dose({30.0f, 0.0f, 0.0f}), 1.0);
}

} // namespace
} // namespace healed::treatment
