#include "plan_fixture.h"
#include "treatment/needle.h"

#include <cmath>
#include <gtest/gtest.h>
#include <set>

namespace healed::treatment {
namespace {

TEST(Needle, SettingAndRestingDepthAreTwoNumbers) {
    EXPECT_NEAR(resting_depth_mm(1.0), 0.19, 0.005);
    EXPECT_NEAR(resting_depth_mm(1.4), 0.27, 0.005);
    EXPECT_NEAR(resting_depth_mm(5.0), 0.95, 0.005);
}

TEST(Needle, TattooGroupsMarkAtLeastSevenTenthsMoreThanThreePoints) {
    // Acceptance row T25.
    EXPECT_GE(footprint_mm(5) / footprint_mm(3), 1.7);
    EXPECT_NEAR(footprint_mm(3), 0.24, 1e-9);
    for (int points = 1; points < 14; ++points)
        EXPECT_LT(footprint_mm(points), footprint_mm(points + 1));
}

TEST(Needle, InkIsSharedAmongThePigmentsAndFollowsShadeAndWidth) {
    const ink::Library library = two_pigment_library();
    const ink::Ink& ink = library.inks.at("test-ink");
    Plan plan = steady_hand();
    Random random(1, Purpose::Touch, 0);
    const Dot standard = touch(plan, {.shade = 1.0}, ink, 1.0, random);
    EXPECT_NEAR(standard.mass_ng[0], 1.5f, 1e-5f);
    EXPECT_NEAR(standard.mass_ng[1], 0.5f, 1e-5f);
    EXPECT_EQ(standard.mass_ng[2], 0.0f);
    EXPECT_NEAR(standard.depth_mm, 0.27f, 1e-6f);
    EXPECT_NEAR(touch(plan, {.shade = 0.5}, ink, 1.0, random).mass_ng[0], 0.75f, 1e-5f);
    plan.needle.footprint_mm = 0.48;
    EXPECT_NEAR(touch(plan, {.shade = 1.0}, ink, 1.0, random).mass_ng[0], 6.0f, 1e-4f);
}

TEST(Needle, HandScattersAboutThePlan) {
    const ink::Library library = two_pigment_library();
    Plan plan = three_sessions();
    constexpr int touches = 20000;
    double depth = 0.0, depth_squares = 0.0, width = 0.0, mass = 0.0;
    for (int i = 0; i < touches; ++i) {
        Random random(3, Purpose::Touch, static_cast<std::uint64_t>(i));
        const Dot dot = touch(plan, {}, library.inks.at("test-ink"), 1.0, random);
        ASSERT_GT(dot.depth_mm, 0.0f);
        depth += dot.depth_mm;
        depth_squares += dot.depth_mm * dot.depth_mm;
        width += dot.footprint_mm;
        mass += dot.mass_ng[0];
    }
    depth /= touches;
    EXPECT_NEAR(depth, 0.27, 0.002);
    EXPECT_NEAR(std::sqrt(depth_squares / touches - depth * depth), 0.039, 0.002);
    EXPECT_NEAR(width / touches, 0.24, 0.001);
    // Masses go with area, so scatter of size adds its variance to the mean.
    EXPECT_NEAR(mass / touches, 1.5 * (1.0 + 0.1 * 0.1), 0.015);
}

TEST(Needle, EachConstantLiesInItsRangeUnderANameOfItsOwn) {
    std::set<std::string_view> names;
    for (const Constant& constant : needle_constants()) {
        EXPECT_GE(constant.value, constant.low) << constant.name;
        EXPECT_LE(constant.value, constant.high) << constant.name;
        EXPECT_TRUE(names.insert(constant.name).second) << constant.name;
    }
}

} // namespace
} // namespace healed::treatment
