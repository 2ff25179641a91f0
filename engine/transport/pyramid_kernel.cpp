#include "transport/pyramid_kernel.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace healed::transport {

namespace {

constexpr double highest_wavenumber_per_mm = 250.0;

/// J0(q r) for every wavenumber and bin of a histogram.
const std::vector<std::array<double, RadialHistogram::count>>& bessel_table() {
    static const auto table = [] {
        std::vector<std::array<double, RadialHistogram::count>> rows(RadialTransform::count);
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (std::size_t bin = 0; bin < RadialHistogram::count; ++bin)
                rows[i][bin] = ::j0(RadialTransform::wavenumber_per_mm(i) * RadialHistogram::radius_mm(bin));
        return rows;
    }();
    return table;
}

double level_transform(std::size_t level, double q_per_mm, double texel_mm) {
    const double variance = 0.5 * (std::pow(4.0, static_cast<double>(level)) - 1.0) * texel_mm * texel_mm;
    return std::exp(-0.5 * q_per_mm * q_per_mm * variance);
}

double importance(std::size_t i) {
    const double q = RadialTransform::wavenumber_per_mm(i);
    return (static_cast<double>(i) + 0.5) / (1.0 + std::pow(q / 20.0, 3.0));
}

} // namespace

double RadialTransform::wavenumber_per_mm(std::size_t i) {
    const double x = static_cast<double>(i) / (count - 1);
    return highest_wavenumber_per_mm * x * x;
}

RadialTransform RadialTransform::identity() {
    RadialTransform t;
    t.value.fill(1.0);
    return t;
}

RadialTransform transform(const RadialHistogram& histogram) {
    const double total = histogram.total();
    if (total <= 0.0)
        return RadialTransform::identity();
    RadialTransform t;
    for (std::size_t i = 0; i < RadialTransform::count; ++i) {
        double sum = 0.0;
        for (std::size_t bin = 0; bin < RadialHistogram::count; ++bin)
            sum += histogram.weight[bin] * bessel_table()[i][bin];
        t.value[i] = sum / total;
    }
    return t;
}

RadialTransform transform(const PyramidKernel& kernel, double texel_mm) {
    RadialTransform t;
    for (std::size_t i = 0; i < RadialTransform::count; ++i) {
        t.value[i] = 0.0;
        for (std::size_t level = 0; level < pyramid_levels; ++level)
            t.value[i] +=
                kernel[level] * level_transform(level, RadialTransform::wavenumber_per_mm(i), texel_mm);
    }
    return t;
}

PyramidKernel fitted_kernel(const RadialTransform& target, double texel_mm) {
    std::array<std::array<double, pyramid_levels>, pyramid_levels> gram{};
    std::array<double, pyramid_levels> match{};
    for (std::size_t i = 0; i < RadialTransform::count; ++i) {
        std::array<double, pyramid_levels> level;
        for (std::size_t a = 0; a < pyramid_levels; ++a)
            level[a] = level_transform(a, RadialTransform::wavenumber_per_mm(i), texel_mm);
        for (std::size_t a = 0; a < pyramid_levels; ++a) {
            match[a] += importance(i) * level[a] * target.value[i];
            for (std::size_t b = 0; b < pyramid_levels; ++b)
                gram[a][b] += importance(i) * level[a] * level[b];
        }
    }
    // The least squares over the simplex: share is moved between pairs of levels, as far as it helps.
    std::array<double, pyramid_levels> share;
    share.fill(1.0 / pyramid_levels);
    std::array<double, pyramid_levels> slope;
    for (std::size_t a = 0; a < pyramid_levels; ++a) {
        slope[a] = -match[a];
        for (std::size_t b = 0; b < pyramid_levels; ++b)
            slope[a] += gram[a][b] * share[b];
    }
    for (int round = 0; round < 200; ++round)
        for (std::size_t a = 0; a < pyramid_levels; ++a)
            for (std::size_t b = a + 1; b < pyramid_levels; ++b) {
                const double curvature = gram[a][a] + gram[b][b] - 2.0 * gram[a][b];
                const double moved =
                    std::clamp(-(slope[a] - slope[b]) / std::max(curvature, 1e-12), -share[a], share[b]);
                share[a] += moved, share[b] -= moved;
                for (std::size_t c = 0; c < pyramid_levels; ++c)
                    slope[c] += moved * (gram[c][a] - gram[c][b]);
            }
    PyramidKernel kernel;
    std::transform(share.begin(), share.end(), kernel.begin(),
                   [](double s) { return static_cast<float>(s); });
    return kernel;
}

} // namespace healed::transport
