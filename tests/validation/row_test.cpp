#include "validation/row.h"

#include <gtest/gtest.h>

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

} // namespace
} // namespace healed::validation
