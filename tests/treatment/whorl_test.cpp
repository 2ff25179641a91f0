#include "ellipsoid_head.h"
#include "treatment/growth.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace healed::treatment {
namespace {

/// How often growth turns along a circle about a place of the flat scalp.
double turns(const ScalpFrame& frame, glm::vec2 middle_mm, float radius_mm, int whorls) {
    constexpr int steps = 720;
    double total = 0.0, last = 0.0;
    for (int i = 0; i <= steps; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / steps;
        const glm::vec2 place = middle_mm + radius_mm * glm::vec2(static_cast<float>(std::cos(angle)),
                                                                  static_cast<float>(std::sin(angle)));
        const glm::vec2 chart = frame.chart_at_flat(place);
        const glm::vec3 growth = growth_direction(frame, chart, whorls);
        const glm::mat2x3 jacobian = frame.chart().jacobian_at(chart);
        const glm::vec2 on_chart(glm::dot(growth, glm::normalize(jacobian[0])),
                                 -glm::dot(growth, glm::normalize(jacobian[1])));
        const double now = std::atan2(static_cast<double>(on_chart.y), static_cast<double>(on_chart.x));
        if (i > 0)
            total += std::remainder(now - last, 2.0 * std::numbers::pi);
        last = now;
    }
    return total / (2.0 * std::numbers::pi);
}

TEST(Whorl, OfTwoEachTurnsOnceAndTheyMeetInOneSaddle) {
    const head::Head head = ellipsoid_head();
    const ScalpFrame frame(head);
    const glm::vec2 first = frame.whorl_flat_mm();
    const glm::vec2 second = first + glm::vec2(45.0f * frame.scale(), 0.0f);
    EXPECT_NEAR(turns(frame, first, 8.0f, 1), 1.0, 0.05);
    EXPECT_NEAR(turns(frame, second, 8.0f, 1), 0.0, 0.05) << "no second one unless asked for";
    EXPECT_NEAR(turns(frame, first, 8.0f, 2), 1.0, 0.05);
    EXPECT_NEAR(turns(frame, second, 8.0f, 2), 1.0, 0.05);
    // Far off both together look like one: two sources and the saddle between them.
    EXPECT_NEAR(turns(frame, 0.5f * (first + second), 60.0f, 2), 1.0, 0.05);
}

} // namespace
} // namespace healed::treatment
