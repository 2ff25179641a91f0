#include "ellipsoid_head.h"
#include "plan_fixture.h"
#include "treatment/coverage.h"
#include "treatment/front_edge.h"
#include "treatment/lean.h"
#include "treatment/measure.h"
#include "treatment/random.h"

#include <gtest/gtest.h>
#include <numbers>

namespace healed::treatment {
namespace {

const head::Head& the_head() {
    static const head::Head head = ellipsoid_head();
    return head;
}

/// Skin within 30 mm of the pole on the flat map.
ChartField disc(const ScalpFrame& frame) {
    return ChartField(
        field_side, [&](glm::vec2 chart) { return glm::length(frame.flat_mm(chart)) < 30.0f ? 1.0f : 0.0f; });
}

std::vector<Dot> dots_at(const ScalpFrame& frame, const std::vector<glm::vec2>& flat_mm) {
    std::vector<Dot> dots;
    for (const glm::vec2 place : flat_mm) {
        Dot& dot = dots.emplace_back();
        dot.chart = frame.chart_at_flat(place);
        dot.position_mm = frame.chart().position_at(dot.chart);
    }
    return dots;
}

std::vector<glm::vec2> lattice(float pitch_mm) {
    std::vector<glm::vec2> places;
    for (float y = -40.0f; y < 40.0f; y += pitch_mm)
        for (float x = -40.0f; x < 40.0f; x += pitch_mm)
            places.emplace_back(x, y);
    return places;
}

TEST(Measure, ASquareLatticeHasTheFiguresOfOne) {
    const ScalpFrame frame(the_head());
    const Spacing apart = spacing(frame, disc(frame), dots_at(frame, lattice(1.0f)));
    EXPECT_NEAR(apart.per_cm2, 100.0, 2.5) << "the flat map is a little wider than the skin";
    EXPECT_NEAR(apart.mean_mm, 1.0, 0.03);
    EXPECT_LT(apart.cv, 0.03);
    EXPECT_NEAR(apart.clark_evans, 2.0, 0.05);
}

TEST(Measure, ChanceHasClarkAndEvansOfOne) {
    const ScalpFrame frame(the_head());
    std::vector<glm::vec2> places;
    Random random(7, Purpose::Layout, 0);
    for (int i = 0; i < 6400; ++i)
        places.emplace_back(80.0 * random.uniform() - 40.0, 80.0 * random.uniform() - 40.0);
    const Spacing apart = spacing(frame, disc(frame), dots_at(frame, places));
    EXPECT_NEAR(apart.clark_evans, 1.0, 0.04);
    EXPECT_NEAR(apart.cv, 0.5227, 0.03) << "sqrt(4/pi - 1)";
}

TEST(Measure, CoverageIsTheAreaOfTheDiscs) {
    const ScalpFrame frame(the_head());
    const std::vector<Dot> dots = dots_at(frame, lattice(1.0f));
    const ChartField skin = disc(frame);
    const auto of_diameter = [&](float diameter) {
        return coverage(frame, skin, dots, std::vector<float>(dots.size(), diameter));
    };
    EXPECT_NEAR(of_diameter(0.5f).covered, std::numbers::pi / 16.0, 0.01);
    EXPECT_NEAR(of_diameter(0.9f).covered, 0.81 * std::numbers::pi / 4.0, 0.02);
    EXPECT_NEAR(of_diameter(1.6f).covered, 1.0, 1e-6) << "overlaps count once";
    const double reach = 0.05 + static_cast<double>(veil_mm);
    EXPECT_NEAR(of_diameter(0.1f).between, 1.0 - std::numbers::pi * reach * reach, 0.015);
    EXPECT_EQ(of_diameter(0.0f).covered, 0.0);
    EXPECT_EQ(of_diameter(0.0f).between, 1.0);
}

TEST(Measure, TheFrontEdgeLiesWhereThePlanDrewIt) {
    Plan plan = steady_hand();
    const ScalpFrame frame(the_head());
    const auto edge = [&](Hairline hairline) {
        plan.hairline = hairline;
        return front_edge(frame, plan, treat(the_head(), plan, two_pigment_library()).dots);
    };
    const auto soft = edge({.height_over_brow_mm = 68.0, .irregularity_mm = 3.0, .feather_mm = 9.0});
    const auto hard = edge(
        {.height_over_brow_mm = 58.0, .temple_recession_mm = 2.0, .irregularity_mm = 0.0, .feather_mm = 0.5});
    ASSERT_TRUE(soft && hard);
    EXPECT_NEAR(hard->height_over_brow_mm, 58.0, 1.0);
    EXPECT_NEAR(soft->height_over_brow_mm, 68.0, 6.0);
    EXPECT_GT(hard->straightness_per_mm, 2.0 * soft->straightness_per_mm);
    EXPECT_NEAR(hard->temple_recession_mm, 2.0, 2.0);
    EXPECT_NEAR(soft->temple_recession_mm, 14.0, 4.0);
}

TEST(Measure, WorkAwayFromTheHairlineHasNoFrontEdge) {
    Plan plan = steady_hand();
    plan.areas = {{.along = {{.forward_mm = -90.0}}, .width_mm = 60.0}};
    const ScalpFrame frame(the_head());
    EXPECT_FALSE(front_edge(frame, plan, treat(the_head(), plan, two_pigment_library()).dots));
}

TEST(Measure, ANeedleThatFollowsTheGrowthLeansWithItAndAnUprightOneAnyhow) {
    Plan plan = steady_hand();
    plan.areas = {{.along = {{}}, .width_mm = 60.0}};
    const ScalpFrame frame(the_head());
    const auto angle = [&](double tilt, bool follows) {
        plan.needle.tilt_deg = tilt;
        plan.needle.follows_growth = follows;
        return angle_to_growth_deg(GrowthField(frame, plan),
                                   treat(the_head(), plan, two_pigment_library()).dots);
    };
    EXPECT_NEAR(angle(0.0, false), 0.0, 0.1);
    EXPECT_LT(angle(40.0, true), 12.0);
    EXPECT_GT(angle(40.0, false), 30.0);
}

} // namespace
} // namespace healed::treatment
