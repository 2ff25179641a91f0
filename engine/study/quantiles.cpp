#include "study/quantiles.h"

#include "base/parallel.h"
#include "treatment/random.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace healed::study {

namespace {

/// How often each rank of the sample occurs when it is drawn again from itself.
std::vector<std::uint32_t> resampled(std::size_t count, std::uint64_t seed, std::uint64_t round) {
    treatment::Random random(seed, treatment::Purpose::Resampling, round);
    std::vector<std::uint32_t> times(count, 0);
    for (std::size_t i = 0; i < count; ++i)
        ++times[static_cast<std::size_t>(random.uniform() * static_cast<double>(count))];
    return times;
}

/// The resampled sample in rising order: ranks are in order already.
std::vector<double> spelled_out(std::span<const double> sorted, std::span<const std::uint32_t> times) {
    std::vector<double> values;
    values.reserve(sorted.size());
    for (std::size_t rank = 0; rank < sorted.size(); ++rank)
        values.insert(values.end(), times[rank], sorted[rank]);
    return values;
}

constexpr double band_low = 0.05, band_high = 0.95;

} // namespace

double quantile(std::span<const double> sorted, double p) {
    assert(!sorted.empty());
    const double place = std::clamp(p, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted[below], sorted[above], place - static_cast<double>(below));
}

double mean(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::vector<Banded> bootstrap(std::vector<double> sample, std::span<const Figure> figures, std::uint64_t seed,
                              std::size_t rounds) {
    assert(!sample.empty() && rounds > 0);
    std::sort(sample.begin(), sample.end());
    std::vector<std::vector<double>> found(figures.size(), std::vector<double>(rounds));
    parallel_for(rounds, 8, [&](std::size_t begin, std::size_t end) {
        for (std::size_t round = begin; round < end; ++round) {
            const std::vector<double> again = spelled_out(sample, resampled(sample.size(), seed, round));
            for (std::size_t i = 0; i < figures.size(); ++i)
                found[i][round] = figures[i](again);
        }
    });
    std::vector<Banded> result;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        std::sort(found[i].begin(), found[i].end());
        result.push_back({.value = figures[i](sample),
                          .low = quantile(found[i], band_low),
                          .high = quantile(found[i], band_high)});
    }
    return result;
}

} // namespace healed::study
