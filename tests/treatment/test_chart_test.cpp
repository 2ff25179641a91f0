#include "ellipsoid_head.h"
#include "house/refusal.h"
#include "plan_fixture.h"
#include "treatment/chart_dots.h"
#include "treatment/treat.h"

#include <gtest/gtest.h>
#include <set>

namespace healed::treatment {
namespace {

const head::Head& the_head() {
    static const head::Head head = ellipsoid_head();
    return head;
}

Plan chart_plan() {
    Plan plan = three_sessions();
    plan.sessions.pop_back();
    plan.test_chart = TestChart{};
    return plan;
}

TEST(TestChart, LaysEverySizeDepthAndInkOnce) {
    const Plan plan = chart_plan();
    std::set<std::tuple<std::size_t, double, double>> kinds;
    for (const ChartSquare& square : chart_squares(plan))
        kinds.insert({square.session, square.footprint_mm, square.depth_mm});
    EXPECT_EQ(kinds.size(), 2u * 4u * 5u);
    const Treatment treated = treat(the_head(), plan, two_pigment_library());
    EXPECT_TRUE(treated.hairs.empty());
    ASSERT_EQ(treated.dots.size(), kinds.size() * 49u);
    for (const Dot& dot : treated.dots) {
        const auto is = [&](const auto& kind) {
            return std::get<0>(kind) == dot.session &&
                   std::abs(std::get<1>(kind) - static_cast<double>(dot.footprint_mm)) < 1e-4 &&
                   std::abs(std::get<2>(kind) - static_cast<double>(dot.depth_mm)) < 1e-4;
        };
        ASSERT_TRUE(std::ranges::any_of(kinds, is)) << dot.footprint_mm << " " << dot.depth_mm;
    }
}

TEST(TestChart, SquaresStandApart) {
    const Plan plan = chart_plan();
    const std::vector<ChartSquare> squares = chart_squares(plan);
    const TestChart& chart = *plan.test_chart;
    const double side = chart.dots * chart.spacing_mm + chart.gap_mm;
    for (std::size_t i = 0; i < squares.size(); ++i)
        for (std::size_t k = 0; k < i; ++k) {
            const glm::vec2 off = glm::abs(squares[i].middle_mm - squares[k].middle_mm);
            EXPECT_GT(static_cast<double>(std::max(off.x, off.y)), side - 1e-3);
        }
}

TEST(TestChart, LeftOfTheMiddleIsTheMirrorImageOfRight) {
    Plan left = chart_plan(), right = left;
    left.sessions.pop_back();
    right.sessions.pop_back();
    left.test_chart->middle = {.forward_mm = 20.0, .left_mm = 25.0};
    right.test_chart->middle = {.forward_mm = 20.0, .left_mm = -25.0};
    left.test_chart->footprints_mm = right.test_chart->footprints_mm = {0.24};
    const std::vector<Dot> one = treat(the_head(), left, two_pigment_library()).dots,
                           other = treat(the_head(), right, two_pigment_library()).dots;
    ASSERT_EQ(one.size(), other.size());
    for (const Dot& dot : one) {
        const glm::vec3 mirrored(-dot.position_mm.x, dot.position_mm.y, dot.position_mm.z);
        float nearest = 1e9f;
        for (const Dot& twin : other)
            nearest = std::min(nearest, glm::distance(twin.position_mm, mirrored));
        ASSERT_LT(nearest, 0.01f);
    }
}

TEST(TestChart, OneThatRunsOverTheEdgeIsRefused) {
    Plan plan = chart_plan();
    plan.test_chart->dots = 30;
    plan.test_chart->spacing_mm = 5.0;
    expect_refusal([&] { treat(the_head(), plan, two_pigment_library()); }, {"test_chart", "off the scalp"});
}

} // namespace
} // namespace healed::treatment
