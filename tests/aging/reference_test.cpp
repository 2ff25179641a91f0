#include "aging/constants.h"
#include "aging/exposure.h"
#include "aging/healing.h"
#include "aging/size.h"
#include "dots.h"
#include "reference_table.h"

#include <cmath>
#include <gtest/gtest.h>

namespace healed::aging {
namespace {

const ink::Ink& carbon() {
    return the_library().ink("smp-carbon");
}

double visible(double depth_mm, double days, const Client& client = in_the_dark()) {
    const treatment::Dot dot = level_dot(carbon(), depth_mm);
    const DotState state = age(dot, carbon(), the_library(), client, days * day);
    return ink_ng(dot, state) / delivered_ng(dot);
}

TEST(HealingReference, EveryCurveIsMet) {
    const ReferenceTable table = read_reference("pigment/healing_timeline_model.csv");
    ASSERT_GT(table.size(), 200u);
    // The reference was stepped through time by hundredths of a day; ours is the exact solution.
    for (std::size_t row = 0; row < table.size(); ++row) {
        const double depth = table.number(row, "depth_mm"), days = table.number(row, "day");
        const treatment::Dot dot = level_dot(carbon(), depth);
        const DotState state = age(dot, carbon(), the_library(), in_the_dark(), days * day);
        const std::string where = "at " + std::to_string(depth) + " mm, day " + std::to_string(days);
        EXPECT_NEAR(visible(depth, days), table.number(row, "visible_ink_fraction"), 0.004) << where;
        EXPECT_NEAR(state.crust, table.number(row, "crust"), 0.001) << where;
        EXPECT_NEAR(state.redness, table.number(row, "redness_delta_a"), 0.01) << where;
        EXPECT_NEAR(state.veil, table.number(row, "veil_contrast_loss"), 0.001) << where;
    }
}

TEST(HealingReference, TheRightDepthKeepsWhatPracticeSees) {
    const std::pair<double, double> expected[] = {{0, 1.0},  {3, .87},  {7, .75},
                                                  {14, .71}, {30, .68}, {42, .67}};
    for (const auto& [days, share] : expected)
        EXPECT_NEAR(visible(0.27, days), share, 0.006) << "day " << days;
    EXPECT_NEAR(visible(0.27, 1) - visible(0.27, 42), 0.27, 0.03);
}

TEST(SizeReference, EveryDiameterIsMet) {
    const ReferenceTable table = read_reference("pigment/dot_diameter_model.csv");
    ASSERT_GE(table.size(), 8u);
    for (std::size_t row = 0; row < table.size(); ++row)
        for (const double years : {0.0, 1.0, 3.0, 5.0, 7.0, 10.0, 20.0}) {
            const double depth = table.number(row, "depth_mm");
            const treatment::Dot dot = level_dot(carbon(), depth);
            const DotState state = age(dot, carbon(), the_library(), {}, 30.0 * day + years);
            const std::string column =
                years == 0.0 ? "healed_d30_mm" : std::to_string(static_cast<int>(years)) + "y";
            EXPECT_NEAR(state.sigma_mm * diameter_per_sigma, table.number(row, column), 0.003)
                << depth << " mm, " << column;
        }
}

// Rows of acceptance_tests.csv that concern a single dot.

TEST(Acceptance, T15RednessIsGoneAfterTwoDays) {
    EXPECT_GE(healing_stage(1.0).redness, 1.5);
    EXPECT_LE(healing_stage(1.0).redness, 4.0);
    EXPECT_LT(healing_stage(2.0).redness, 1.5);
}

TEST(Acceptance, T16T18CrustIsThereOnDayFourAndGoneByDayTen) {
    const double fresh = healing_stage(0.0).crust;
    EXPECT_GT(healing_stage(4.0).crust, 0.6 * fresh);
    EXPECT_LT(healing_stage(7.0).crust, 0.25 * fresh);
    EXPECT_LT(healing_stage(10.0).crust, 0.05 * fresh);
}

TEST(Acceptance, T17TheSurfaceIsQuietOnDayTen) {
    const HealingStage fresh = healing_stage(0.0), later = healing_stage(10.0);
    EXPECT_LT((later.crust + later.redness) / (fresh.crust + fresh.redness), 0.05);
}

TEST(Acceptance, T19TheFinalLookIsThereByWeekFour) {
    const auto contrast = [](double days) { return visible(0.27, days) * (1.0 - healing_stage(days).veil); };
    for (double days = 28.0; days <= 60.0; days += 1.0)
        EXPECT_LT(std::abs(contrast(days) - contrast(42.0)) / contrast(42.0), 0.05) << days;
}

TEST(Acceptance, T21UsualSettingsHaveHalfLivesOfYears) {
    for (const double setting_mm : {1.0, 1.4, 2.0}) {
        const double depth = 0.19 * setting_mm;
        const double half_life = std::log(2.0) / clearance_per_year(depth);
        EXPECT_GE(half_life, 2.5) << setting_mm;
        EXPECT_LE(half_life, 11.0) << setting_mm;
    }
}

TEST(Acceptance, T23TooShallowFadesWithinTwoYears) {
    EXPECT_LE(visible(0.14, 30.0, {}), 0.5);
    // Satisfied while (1 - exp(-1.2 m)) / (1 - exp(-1.2)) stays above 0.55, m the ink left of that of day 30.
    const double left = visible(0.14, 2.0 / day, {}) / visible(0.14, 30.0, {});
    EXPECT_LT((1.0 - std::exp(-1.2 * left)) / (1.0 - std::exp(-1.2)), 0.55);
}

TEST(Acceptance, T24TooDeepMakesWideDots) {
    EXPECT_GE(healed_size_ratio(0.55) / healed_size_ratio(0.27), 2.5);
}

TEST(Acceptance, SunCostsYearsAndProtectionWinsThemBack) {
    Client none, daily;
    none.protection = Protection::None;
    daily.protection = Protection::Daily;
    EXPECT_NEAR(vertex_dose_sed(none) / vertex_dose_sed(daily), 1.0 / 0.15, 1e-9);
    EXPECT_GT(visible(0.27, 3.0 / day, daily), 1.1 * visible(0.27, 3.0 / day, none));
    EXPECT_NEAR(slope_share({0, 1, 0}), 1.0, 1e-12);
    EXPECT_NEAR(slope_share({1, 0, 0}), 0.5, 1e-12);
}

} // namespace
} // namespace healed::aging
