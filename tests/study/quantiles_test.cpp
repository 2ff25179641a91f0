#include "study/quantiles.h"

#include "treatment/random.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace healed::study {
namespace {

std::vector<double> exponentials(std::size_t count, std::uint64_t seed) {
    treatment::Random random(seed, treatment::Purpose::People, 0);
    std::vector<double> sample(count);
    for (double& value : sample)
        value = -std::log(1.0 - random.uniform());
    return sample;
}

const std::vector<Figure> median{[](std::span<const double> sorted) { return quantile(sorted, 0.5); }};

TEST(Quantile, IsLinearBetweenOrderStatistics) {
    const std::vector<double> sorted{1.0, 2.0, 4.0, 8.0, 16.0};
    EXPECT_DOUBLE_EQ(quantile(sorted, 0.0), 1.0);
    EXPECT_DOUBLE_EQ(quantile(sorted, 0.25), 2.0);
    EXPECT_DOUBLE_EQ(quantile(sorted, 0.5), 4.0);
    EXPECT_DOUBLE_EQ(quantile(sorted, 0.6), 5.6);
    EXPECT_DOUBLE_EQ(quantile(sorted, 1.0), 16.0);
    EXPECT_DOUBLE_EQ(quantile(std::vector{3.0}, 0.9), 3.0);
}

TEST(Quantile, FindsThoseOfAKnownLaw) {
    std::vector<double> sample = exponentials(200'000, 3);
    std::sort(sample.begin(), sample.end());
    for (const double p : {0.05, 0.25, 0.5, 0.75, 0.95}) {
        const double error = std::sqrt(p * (1.0 - p) / 200'000.0) / (1.0 - p);
        EXPECT_NEAR(quantile(sample, p), -std::log(1.0 - p), 4.0 * error) << p;
    }
}

TEST(Bootstrap, BandsHoldTheTruthAboutAsOftenAsTheySay) {
    int held = 0;
    constexpr int trials = 200;
    for (int trial = 0; trial < trials; ++trial) {
        const auto seed = static_cast<std::uint64_t>(trial);
        const Banded band = bootstrap(exponentials(300, seed), median, seed, 200)[0];
        EXPECT_LE(band.low, band.value);
        EXPECT_GE(band.high, band.value);
        held += band.low <= std::log(2.0) && std::log(2.0) <= band.high ? 1 : 0;
    }
    EXPECT_NEAR(held / static_cast<double>(trials), 0.9, 4.0 * std::sqrt(0.09 / trials));
}

TEST(Bootstrap, NarrowsAsTheSampleGrows) {
    const auto width = [](std::size_t count) {
        const Banded band = bootstrap(exponentials(count, 5), median, 1)[0];
        return band.high - band.low;
    };
    EXPECT_NEAR(width(1'000) / width(16'000), 4.0, 1.2);
}

TEST(Bootstrap, DependsOnTheSampleAndNotOnItsOrder) {
    std::vector<double> sample = exponentials(500, 9);
    const Banded before = bootstrap(sample, median, 2)[0];
    std::reverse(sample.begin(), sample.end());
    const Banded after = bootstrap(sample, median, 2)[0];
    EXPECT_EQ(before.low, after.low);
    EXPECT_EQ(before.high, after.high);
    EXPECT_NE(before.low, bootstrap(sample, median, 3)[0].low);
}

} // namespace
} // namespace healed::study
