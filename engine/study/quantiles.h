#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace healed::study {

/// The value below which a share `p`, 0 … 1, of a sample lies: linear between order statistics (type 7 of
/// Hyndman & Fan 1996). `sorted` rises and is not empty.
double quantile(std::span<const double> sorted, double p);

double mean(std::span<const double> values);

/// A figure of a sample and the range in which 90 % of samples of that size have it.
struct Banded {
    double value, low, high;
};

/// A figure of a sample in rising order.
using Figure = std::function<double(std::span<const double> sorted)>;

/// Figures of a sample with bootstrap bands (Efron 1979, percentile method): the sample is drawn again from
/// itself, with replacement, `rounds` times. Depends on its arguments alone. The sample is not empty.
std::vector<Banded> bootstrap(std::vector<double> sample, std::span<const Figure> figures, std::uint64_t seed,
                              std::size_t rounds = 400);

} // namespace healed::study
