#include "coarse_scalp.h"
#include "plan_fixture.h"
#include "treatment/density.h"
#include "treatment/growth.h"
#include "treatment/painting.h"
#include "treatment/treat.h"

#include <gtest/gtest.h>

namespace healed::treatment {
namespace {

constexpr double full_per_cm2 = 85.0 * 2.1;

/// A head without a hair, worked on only in a spot far from where the tests paint.
Plan bare_head() {
    Plan plan = steady_hand();
    plan.norwood = Norwood::VII;
    plan.losses = {{.pattern = Loss::Pattern::Total}};
    plan.areas = {{.along = {{.forward_mm = 60.0}}, .width_mm = 20.0}};
    return plan;
}

glm::vec3 position_of(Place place) {
    const glm::vec2 flat(static_cast<float>(place.left_mm), static_cast<float>(place.forward_mm));
    return the_head().chart.position_at(the_frame().chart_at_flat(the_frame().scale() * flat));
}

/// Dots a cm² on the skin between two distances from a place, straight, mm.
double per_cm2_about(const std::vector<Dot>& dots, Place about, float from_mm, float to_mm) {
    const glm::vec3 middle = position_of(about);
    const auto within = [&](glm::vec3 place) {
        const float distance = glm::distance(place, middle);
        return distance >= from_mm && distance < to_mm;
    };
    double area_cm2 = 0.0, found = 0.0;
    constexpr int side = 1024;
    for (int j = 0; j < side; ++j)
        for (int i = 0; i < side; ++i) {
            const glm::vec2 chart = (glm::vec2(i, j) + 0.5f) / static_cast<float>(side);
            if (within(the_head().chart.position_at(chart)))
                area_cm2 += 0.01 * static_cast<double>(cell_area_mm2(the_head().chart, chart, side));
        }
    for (const Dot& dot : dots)
        found += within(dot.position_mm) ? 1.0 : 0.0;
    return found / area_cm2;
}

constexpr Place crown{.forward_mm = -40.0, .left_mm = 10.0};

Stroke disc(Stroke::Kind kind, double density = 0.25) {
    return {.kind = kind, .along = {crown}, .radius_mm = 30.0, .softness = 0.2, .density = density};
}

TEST(Stroke, APaintedDiscHasTheDensityThatWasPainted) {
    const auto scale = static_cast<float>(the_frame().scale());
    for (const double density : {0.3, 0.8}) {
        Plan plan = bare_head();
        plan.strokes = {disc(Stroke::Kind::Density, density)};
        const Treatment treatment = treat(the_head(), plan, two_pigment_library());
        const double expected = density * full_per_cm2;
        EXPECT_NEAR(per_cm2_about(treatment.dots, crown, 0.0f, 23.0f * scale), expected, 0.03 * expected);
        EXPECT_EQ(per_cm2_about(treatment.dots, crown, 31.0f * scale, 50.0f * scale), 0.0);
    }
}

/// Dots a cm² that strokes make of those planned in the middle of the crown, where 100 follicles would be.
float painted(const std::vector<Stroke>& strokes, float planned = 0.0f) {
    const glm::vec2 flat(static_cast<float>(crown.left_mm), static_cast<float>(crown.forward_mm));
    const glm::vec2 chart = the_frame().chart_at_flat(the_frame().scale() * flat);
    return Painting(the_frame(), strokes).dots_per_cm2(chart, planned, 100.0f);
}

TEST(Stroke, StrokesAddUpAndTakeAwayInTheirOrder) {
    using enum Stroke::Kind;
    EXPECT_NEAR(painted({disc(Density, 0.7), disc(Density, -0.2)}), 50.0f, 1e-3f);
    EXPECT_NEAR(painted({disc(Density, 0.7), disc(Erase), disc(Density, 0.5)}), 50.0f, 1e-3f);
    EXPECT_NEAR(painted({disc(Density, -0.3)}, 100.0f), 70.0f, 1e-3f);
    EXPECT_EQ(painted({disc(Density, 0.7), disc(Erase)}), 0.0f);
    EXPECT_EQ(painted({disc(Density, 0.2), disc(Density, -0.5)}), 0.0f);
    EXPECT_EQ(painted(std::vector(9, disc(Density, 0.5)), 50.0f), 200.0f) << "no denser than zones may ask";
    EXPECT_EQ(painted({disc(Comb)}, 50.0f), 50.0f);
}

TEST(Stroke, AStrokeThatCrossesItselfActsOnce) {
    Stroke once = disc(Stroke::Kind::Density, 0.4), twice = once;
    const Place beside{.forward_mm = crown.forward_mm, .left_mm = crown.left_mm + 5.0};
    once.along = {crown, beside};
    twice.along = {crown, beside, crown, beside};
    EXPECT_NEAR(painted({once}), 40.0f, 1e-3f);
    EXPECT_EQ(painted({once}), painted({twice}));
}

TEST(Stroke, NoDotIsLeftWhereTheEraserWentAndAllAreBesideIt) {
    const auto scale = static_cast<float>(the_frame().scale());
    Plan plan = bare_head();
    plan.areas.clear();
    const auto before = treat(the_head(), plan, two_pigment_library()).dots;
    plan.strokes = {disc(Stroke::Kind::Erase)};
    const auto after = treat(the_head(), plan, two_pigment_library()).dots;
    ASSERT_GT(per_cm2_about(before, crown, 0.0f, 23.0f * scale), 0.9 * full_per_cm2);
    EXPECT_EQ(per_cm2_about(after, crown, 0.0f, 23.0f * scale), 0.0);
    EXPECT_NEAR(per_cm2_about(after, crown, 31.0f * scale, 60.0f * scale),
                per_cm2_about(before, crown, 31.0f * scale, 60.0f * scale), 0.02 * full_per_cm2);
}

/// Mean of the cosine between where hair or needle point and a way along the skin.
double along_way(const std::vector<glm::vec3>& directions, glm::vec3 way) {
    double sum = 0.0;
    for (const glm::vec3 direction : directions)
        sum += static_cast<double>(glm::dot(direction, way)) / static_cast<double>(directions.size());
    return sum;
}

TEST(Stroke, CombedDotsAndHairsPointAlongTheStroke) {
    Plan plan = steady_hand();
    plan.norwood = Norwood::IV;
    const Place from{.forward_mm = 20.0, .left_mm = -20.0}, to{.forward_mm = 20.0, .left_mm = 20.0};
    const glm::vec3 way = glm::normalize(position_of(to) - position_of(from));
    const auto directions = [&](bool of_dots) {
        const Treatment treatment = treat(the_head(), plan, two_pigment_library());
        std::vector<glm::vec3> found;
        const auto near = [&](glm::vec3 place) {
            return glm::distance(place, 0.5f * (position_of(from) + position_of(to))) < 10.0f;
        };
        if (of_dots) {
            for (const Dot& dot : treatment.dots)
                if (near(dot.position_mm))
                    found.push_back(-dot.drift);
        } else {
            for (const Hair& hair : treatment.hairs) {
                const glm::vec3 normal = the_head().chart.normal_at(hair.chart);
                if (near(hair.root_mm))
                    found.push_back(
                        glm::normalize(hair.direction - normal * glm::dot(hair.direction, normal)));
            }
        }
        EXPECT_GT(found.size(), 50u);
        return found;
    };
    EXPECT_LT(along_way(directions(true), way), 0.6) << "the head's own growth runs forward here";
    plan.strokes = {{.kind = Stroke::Kind::Comb, .along = {from, to}, .radius_mm = 20.0, .softness = 0.2}};
    EXPECT_GT(along_way(directions(true), way), 0.97);
    EXPECT_GT(along_way(directions(false), way), 0.85);
}

TEST(Stroke, CombingTurnsAndNeverTiltsTheGrowthNorMovesADot) {
    Plan plan = steady_hand();
    const auto before = treat(the_head(), plan, two_pigment_library()).dots;
    plan.strokes = {{.kind = Stroke::Kind::Comb, .along = {{-20.0, 0.0}, {-60.0, 0.0}}, .radius_mm = 25.0}};
    const auto after = treat(the_head(), plan, two_pigment_library()).dots;
    ASSERT_EQ(before.size(), after.size());
    const GrowthField growth(the_frame(), plan);
    for (std::size_t i = 0; i < after.size(); ++i) {
        ASSERT_EQ(before[i].position_mm, after[i].position_mm);
        const glm::vec3 direction = growth.at(after[i].chart);
        ASSERT_NEAR(glm::length(direction), 1.0f, 1e-4f);
        ASSERT_NEAR(glm::dot(direction, after[i].normal), 0.0f, 1e-3f);
    }
}

TEST(Stroke, AMirroredStrokeActsAlikeOnBothSidesAndOnceOnTheMidline) {
    Stroke stroke{.along = {{20.0, 3.0}, {-30.0, 45.0}}, .density = 0.4, .mirrored = true};
    Stroke other_hand = stroke;
    for (Place& place : other_hand.along)
        place.left_mm = -place.left_mm;
    const Painting one(the_frame(), std::vector{stroke}), other(the_frame(), std::vector{other_hand});
    int painted = 0;
    for (int j = 0; j < 64; ++j)
        for (int i = 0; i < 64; ++i) {
            const glm::vec2 chart = (glm::vec2(i, j) + 0.5f) / 64.0f, mirrored(1.0f - chart.x, chart.y);
            const float dots = one.dots_per_cm2(chart, 0.0f, 100.0f);
            EXPECT_NEAR(dots, one.dots_per_cm2(mirrored, 0.0f, 100.0f), 0.5f);
            EXPECT_NEAR(dots, other.dots_per_cm2(chart, 0.0f, 100.0f), 0.5f);
            EXPECT_LE(dots, 40.001f);
            painted += dots > 20.0f ? 1 : 0;
        }
    EXPECT_GT(painted, 30);
}

TEST(Stroke, WhatPaintsNothingLeavesEveryDotAsItWasAndTheSameSeedRepeatsThem) {
    const auto same = [](const Dot& a, const Dot& b) {
        return a.position_mm == b.position_mm && a.drift == b.drift && a.mass_ng == b.mass_ng &&
               a.depth_mm == b.depth_mm && a.footprint_mm == b.footprint_mm && a.session == b.session;
    };
    Plan plan = three_sessions();
    const auto before = treat(the_head(), plan, two_pigment_library()).dots;
    plan.strokes = {disc(Stroke::Kind::Density, 0.0)};
    EXPECT_TRUE(std::ranges::equal(before, treat(the_head(), plan, two_pigment_library()).dots, same));
    plan.strokes = {disc(Stroke::Kind::Density, 0.3), disc(Stroke::Kind::Erase)};
    const auto painted = treat(the_head(), plan, two_pigment_library()).dots;
    EXPECT_FALSE(std::ranges::equal(before, painted, same));
    EXPECT_TRUE(std::ranges::equal(painted, treat(the_head(), plan, two_pigment_library()).dots, same));
}

} // namespace
} // namespace healed::treatment
