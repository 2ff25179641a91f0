#include "validation/many_rows.h"
#include "validation/row.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <vector>

#include <cmath>

namespace healed::validation {
namespace {

TEST(ValidationRow, RelativeDeviationCountsFromTheReference) {
    Row row{"R", 0.2612, 0.26, {.relative = 0.005}, "published"};
    EXPECT_TRUE(inside(row));
    EXPECT_LT(strain(row), 1.0);
    row.ours = 0.2614;
    EXPECT_FALSE(inside(row));
    EXPECT_GT(strain(row), 1.0);
}

TEST(ValidationRow, OfSeveralDeviationsTheWidestCounts) {
    const Row row{"R", 0.0104, 0.01, {.relative = 0.005, .standard_errors = 3, .standard_error = 2e-4}, ""};
    EXPECT_TRUE(inside(row));
}

TEST(ValidationRow, BoundsHoldWithoutAReference) {
    Row row{"share", 0.70, {}, {.at_least = 0.70, .at_most = 0.76}, ""};
    EXPECT_TRUE(inside(row));
    row.ours = 0.7601;
    EXPECT_FALSE(inside(row));
    EXPECT_GT(strain(row), 1.0);
    row.allowed = {.at_most = 0.9};
    EXPECT_TRUE(inside(row));
    EXPECT_EQ(allowed_words(row), "at most 0.9");
}

TEST(ValidationRow, WithoutDeviationOrBoundOnlyEqualIsInside) {
    Row row{"order", 1.0, 1.0, {}, ""};
    EXPECT_TRUE(inside(row));
    row.ours = std::nextafter(1.0, 2.0);
    EXPECT_FALSE(inside(row));
}

TEST(ValidationRow, NoNumberIsOutsideUnlessItOnlyInforms) {
    Row row{"R", std::nan(""), 0.26, {.relative = 1e9}, ""};
    EXPECT_FALSE(inside(row));
    EXPECT_TRUE(std::isinf(strain(row)));
    row.allowed.informative = true;
    EXPECT_TRUE(inside(row));
}

/// Normal deviations in standard errors, drawn once; `bias` is added to each.
std::vector<Row> drawn_rows(double bias) {
    std::mt19937 random(3);
    std::normal_distribution<double> normal;
    std::vector<Row> rows;
    for (int i = 0; i < 500; ++i)
        rows.push_back({"drawn",
                        1.0 + 0.01 * (normal(random) + bias),
                        1.0,
                        {.standard_errors = 3, .standard_error = 0.01},
                        ""});
    return rows;
}

TEST(ManyRows, AreAllowedWhatChanceDoesButNoBias) {
    EXPECT_NEAR(bound_of_many(1), 3.0, 1e-6);
    EXPECT_NEAR(bound_of_many(500), 4.55, 0.05);
    // Upper 0.27 % points of chi square over its degrees of freedom: 8.998 of 1, 26.36 of 10 (tables).
    EXPECT_NEAR(mean_square_bound(10), 2.69, 0.06);
    EXPECT_NEAR(mean_square_bound(1000), 1.13, 0.01);
    for (const double bias : {0.0, 0.8}) {
        std::vector<Row> rows = drawn_rows(bias);
        judge_together(rows, rows.size());
        ASSERT_EQ(rows.size(), 501u);
        EXPECT_EQ(inside(rows.back()), bias == 0.0) << rows.back().ours;
    }
    std::vector<Row> rows = drawn_rows(0.0);
    rows[7].ours = 1.06;
    judge_together(rows, rows.size());
    EXPECT_FALSE(inside(rows[7]));
    EXPECT_EQ(std::count_if(rows.begin(), rows.end(), [](const Row& row) { return !inside(row); }), 1);
}

} // namespace
} // namespace healed::validation
