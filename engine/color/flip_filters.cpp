#include "color/flip_filters.h"

#include "base/parallel.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <numeric>

namespace healed::color {

namespace {

constexpr double pi = std::numbers::pi;

/// a √(π/b) e^(−π² x²/b) of x in degrees: the transform of a Gaussian in cycles per degree.
struct Bell {
    double a, b;
};

// Table 1 of the paper, after Johnson & Fairchild (2003) and Mullen (1985).
constexpr Bell achromatic{1.0, 0.0047};
constexpr Bell red_green{1.0, 0.0053};
constexpr std::array<Bell, 2> blue_yellow{{{34.1, 0.04}, {13.5, 0.025}}};

constexpr double widest_b = 0.04;
constexpr double edge_width_deg =
    0.082; ///< section 4.2, after Elder & Sachs (2004): standard deviation is half

template <typename Function>
std::vector<double> sampled(int radius, Function function) {
    std::vector<double> values;
    for (int x = -radius; x <= radius; ++x)
        values.push_back(function(static_cast<double>(x)));
    return values;
}

double sum(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

Kernel scaled(const std::vector<double>& values, double factor) {
    Kernel kernel;
    for (const double value : values)
        kernel.push_back(static_cast<float>(value * factor));
    return kernel;
}

Kernel normalised(const std::vector<double>& values) {
    return scaled(values, 1.0 / sum(values));
}

/// Positive and negative values each sum to 1.
Kernel balanced(std::vector<double> values) {
    double positive = 0.0, negative = 0.0;
    for (const double value : values)
        (value > 0.0 ? positive : negative) += value;
    for (double& value : values)
        value /= value > 0.0 ? positive : -negative;
    return scaled(values, 1.0);
}

template <std::size_t Count>
std::vector<SeparableFilter> sensitivity(const std::array<Bell, Count>& bells, double pixels_per_degree) {
    const int radius =
        static_cast<int>(std::ceil(3.0 * std::sqrt(widest_b / (2.0 * pi * pi)) * pixels_per_degree));
    std::vector<SeparableFilter> filters;
    double whole = 0.0;
    for (const Bell& bell : bells) {
        const std::vector<double> values = sampled(radius, [&](double x) {
            return std::exp(-pi * pi * x * x / (pixels_per_degree * pixels_per_degree * bell.b));
        });
        const double volume = bell.a * std::sqrt(pi / bell.b) * sum(values) * sum(values);
        filters.push_back({normalised(values), normalised(values), static_cast<float>(volume)});
        whole += volume;
    }
    for (SeparableFilter& filter : filters)
        filter.weight /= static_cast<float>(whole);
    return filters;
}

/// One row's pixels with the outermost repeated `radius` times on either side.
void extend(const float* row, int width, int radius, std::vector<float>& extended) {
    std::fill_n(extended.begin(), radius, row[0]);
    std::copy_n(row, width, extended.begin() + radius);
    std::fill_n(extended.begin() + radius + width, radius, row[width - 1]);
}

Plane filtered_across(const Plane& plane, const Kernel& kernel) {
    Plane result(plane.width, plane.height, 1);
    const int radius = static_cast<int>(kernel.size() / 2);
    parallel_for(static_cast<std::size_t>(plane.height), 16, [&](std::size_t begin, std::size_t end) {
        std::vector<float> extended(static_cast<std::size_t>(plane.width + 2 * radius));
        for (int y = static_cast<int>(begin); y < static_cast<int>(end); ++y) {
            extend(plane.at(0, y), plane.width, radius, extended);
            for (int x = 0; x < plane.width; ++x)
                *result.at(x, y) =
                    std::inner_product(kernel.begin(), kernel.end(), extended.begin() + x, 0.0f);
        }
    });
    return result;
}

/// Whole rows at a time, as they lie in memory.
Plane filtered_down(const Plane& plane, const Kernel& kernel, float weight) {
    Plane result(plane.width, plane.height, 1);
    const int radius = static_cast<int>(kernel.size() / 2);
    parallel_for(static_cast<std::size_t>(plane.height), 16, [&](std::size_t begin, std::size_t end) {
        for (int y = static_cast<int>(begin); y < static_cast<int>(end); ++y)
            for (int tap = -radius; tap <= radius; ++tap) {
                const float* row = plane.at(0, std::clamp(y + tap, 0, plane.height - 1));
                const float share = weight * kernel[static_cast<std::size_t>(tap + radius)];
                float* sums = result.at(0, y);
                for (int x = 0; x < plane.width; ++x)
                    sums[x] += share * row[x];
            }
    });
    return result;
}

} // namespace

Plane filtered(const Plane& plane, const SeparableFilter& filter) {
    assert(plane.channels == 1 && plane.width > 0 && plane.height > 0);
    return filtered_down(filtered_across(plane, filter.across), filter.down, filter.weight);
}

std::array<std::vector<SeparableFilter>, 3> contrast_sensitivity(double pixels_per_degree) {
    assert(pixels_per_degree > 0.0);
    return {sensitivity(std::array{achromatic}, pixels_per_degree),
            sensitivity(std::array{red_green}, pixels_per_degree),
            sensitivity(blue_yellow, pixels_per_degree)};
}

FeatureDetectors feature_detectors(double pixels_per_degree) {
    assert(pixels_per_degree > 0.0);
    const double sigma = 0.5 * edge_width_deg * pixels_per_degree;
    const int radius = static_cast<int>(std::ceil(3.0 * sigma));
    const auto bell = [sigma](double x) { return std::exp(-0.5 * x * x / (sigma * sigma)); };
    const Kernel smooth = normalised(sampled(radius, bell));
    return {{balanced(sampled(radius, [&](double x) { return -x * bell(x); })), smooth},
            {balanced(sampled(radius, [&](double x) { return (x * x / (sigma * sigma) - 1.0) * bell(x); })),
             smooth}};
}

} // namespace healed::color
