#include "hair_physics.h"
#include "render/fibre_table.h"

#include <gtest/gtest.h>
#include <numbers>

namespace healed::render {
namespace {

constexpr float pi = std::numbers::pi_v<float>;

TEST(HairFibre, SpreadsOverInclinationsWithoutLoss) {
    for (const float variance : {0.0049f, 0.0196f, 0.0784f, 0.4f})
        for (const float out : {0.0f, 0.5f, 1.2f}) {
            double sum = 0;
            constexpr int steps = 4000;
            for (int i = 0; i < steps; ++i) {
                const float in = pi * (static_cast<float>(i) + 0.5f) / steps - 0.5f * pi;
                sum += static_cast<double>(physics::inclination_lobe(std::sin(in), std::cos(in),
                                                                     std::sin(out), std::cos(out), variance) *
                                           std::cos(in) * pi / steps);
            }
            EXPECT_NEAR(sum, 1.0, 2e-3) << variance << " " << out;
        }
}

TEST(HairFibre, SpreadsOverTurnsWithoutLoss) {
    double sum = 0;
    constexpr int steps = 4000;
    for (int i = 0; i < steps; ++i)
        sum += static_cast<double>(
            physics::turn_lobe(2.0f * pi * static_cast<float>(i) / steps + 3.0f, physics::turn_spread_rad) *
            2.0f * pi / steps);
    EXPECT_NEAR(sum, 1.0, 1e-3);
}

TEST(HairFibre, DividesLightAmongItsWaysWithoutLoss) {
    for (const float mirrored : {0.0f, 0.05f, 0.4f, 1.0f}) {
        float sum = 0;
        for (int order = 0; order <= physics::fibre_orders; ++order)
            sum += physics::order_share(order, mirrored);
        EXPECT_NEAR(sum, 1.0f, 1e-6f);
    }
}

TEST(HairFibre, MirrorsAsKeratinDoesAndRefractsByBravais) {
    // Head on: ((1.55 - 1)/(1.55 + 1))², and straight through.
    const physics::FibreCrossing middle = physics::fibre_crossing(0.0f, 0.0f, 1.0f);
    EXPECT_NEAR(middle.mirrored, 0.04652f, 1e-4f);
    EXPECT_NEAR(middle.way, 2.0f, 1e-6f);
    EXPECT_NEAR(physics::fibre_turn(1, middle.gamma_out, middle.gamma_inside), pi, 1e-6f);
    // At a slant of 60° the section's index is √(1.55² - sin²)/cos = 2.571 (Marschner et al. 2003, eq. 2).
    const physics::FibreCrossing slanted =
        physics::fibre_crossing(0.5f, std::sin(pi / 3.0f), std::cos(pi / 3.0f));
    EXPECT_NEAR(std::sin(slanted.gamma_inside), 0.5f / 2.5711f, 1e-4f);
}

TEST(HairFibre, ReturnsAllLightInAFurnace) {
    for (const passes::FibreRow& row : fibre_table()) {
        EXPECT_NEAR(row.albedo.x + row.albedo.y + row.albedo.z + row.albedo.w, 1.0f, 0.015f);
        // Most goes straight through, a twentieth to a tenth is mirrored unless light grazes.
        EXPECT_GT(row.albedo.x, 0.04f);
        EXPECT_GT(row.way.x, 1.4f); // at most a diameter, at a slant more
        EXPECT_LT(row.way.x, 2.6f);
        EXPECT_GT(row.way.y, row.way.x);
    }
    const passes::FibreRow level = fibre_table().front();
    EXPECT_GT(level.albedo.y, 0.7f);
    EXPECT_GT(level.turns[passes::fibre_turns - 1].share.y, 4.0f * level.turns[0].share.y);
}

} // namespace
} // namespace healed::render
