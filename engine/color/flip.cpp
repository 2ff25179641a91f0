#include "color/flip.h"

#include "base/parallel.h"
#include "color/flip_filters.h"
#include "color/lab.h"
#include "color/srgb.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <numeric>

namespace healed::color {

namespace {

// Section 4.1.3 and 4.3 of the paper.
constexpr double colour_exponent = 0.7;
constexpr double knee_in = 0.4;   ///< share of the largest difference below which most of the scale lies
constexpr double knee_out = 0.95; ///< where on the scale that share lies
constexpr double feature_exponent = 0.5;

using Opponent = std::array<Plane, 3>; ///< Y, Cx, Cz: opponent channels that are linear in light

std::size_t pixel_count(const FloatImage& plane) {
    return plane.values.size();
}

/// Section 4.1.1: CIELAB's equations without the cube root.
Opponent opponent_channels(const ByteImage& picture) {
    const Plane empty(picture.width, picture.height, 1);
    Opponent channels{empty, empty, empty};
    const Xyz white = srgb_white();
    std::array<double, 256> light{};
    for (std::size_t byte = 0; byte < light.size(); ++byte)
        light[byte] = srgb_decode(static_cast<double>(byte) / 255.0);
    parallel_for(pixel_count(empty), 4096, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint8_t* rgb = &picture.values[i * static_cast<std::size_t>(picture.channels)];
            const Xyz xyz = xyz_from_linear_srgb({light[rgb[0]], light[rgb[1]], light[rgb[2]]});
            const double x = xyz.x / white.x, y = xyz.y / white.y, z = xyz.z / white.z;
            channels[0].values[i] = static_cast<float>(116.0 * y - 16.0);
            channels[1].values[i] = static_cast<float>(500.0 * (x - y));
            channels[2].values[i] = static_cast<float>(200.0 * (y - z));
        }
    });
    return channels;
}

Plane as_eye_resolves(const Plane& channel, const std::vector<SeparableFilter>& sensitivity) {
    Plane sum(channel.width, channel.height, 1);
    for (const SeparableFilter& filter : sensitivity) {
        const Plane part = filtered(channel, filter);
        std::transform(sum.values.begin(), sum.values.end(), part.values.begin(), sum.values.begin(),
                       std::plus<>());
    }
    return sum;
}

/// Hunt's effect: the same chroma looks less colourful in the dark (section 4.1.2).
Lab hunt_adjusted(Lab lab) {
    return {lab.l, 0.01 * lab.l * lab.a, 0.01 * lab.l * lab.b};
}

Lab adjusted_lab(Rgb linear) {
    return hunt_adjusted(lab_from_xyz(xyz_from_linear_srgb(linear), srgb_white()));
}

Lab lab_of_opponent(double y, double cx, double cz) {
    const Xyz white = srgb_white();
    const double luminance = (y + 16.0) / 116.0;
    Rgb linear = linear_srgb_from_xyz(
        {white.x * (luminance + cx / 500.0), luminance, white.z * (luminance - cz / 200.0)});
    for (double& value : linear)
        value = std::clamp(value, 0.0, 1.0);
    return adjusted_lab(linear);
}

/// Abasi, Tehran & Fairchild, Color Res. Appl. 45, 393 (2020): holds for large differences.
double hyab(Lab first, Lab second) {
    return std::abs(first.l - second.l) + std::hypot(first.a - second.a, first.b - second.b);
}

/// Section 4.1.3: HyAB of 0 … that of green against blue, the largest there is, onto 0 … 1.
double redistributed(double difference) {
    static const double largest =
        std::pow(hyab(adjusted_lab({0.0, 1.0, 0.0}), adjusted_lab({0.0, 0.0, 1.0})), colour_exponent);
    const double raised = std::pow(difference, colour_exponent), knee = knee_in * largest;
    return raised < knee ? knee_out / knee * raised
                         : knee_out + (raised - knee) / (largest - knee) * (1.0 - knee_out);
}

SeparableFilter turned(SeparableFilter filter) {
    std::swap(filter.across, filter.down);
    return filter;
}

/// Length of the detector's answer along x and y.
Plane feature_strength(const Plane& lightness, const SeparableFilter& detector) {
    Plane strength = filtered(lightness, detector);
    const Plane down = filtered(lightness, turned(detector));
    std::transform(strength.values.begin(), strength.values.end(), down.values.begin(),
                   strength.values.begin(), [](float a, float b) { return std::hypot(a, b); });
    return strength;
}

struct Features {
    Plane edges, points;
};

/// Of the unfiltered luminance channel, brought to 0 … 1 (section 4.2).
Features features_of(Plane luminance, const FeatureDetectors& detectors) {
    for (float& value : luminance.values)
        value = (value + 16.0f) / 116.0f;
    return {feature_strength(luminance, detectors.edge), feature_strength(luminance, detectors.point)};
}

/// What the metric compares.
struct Seen {
    Opponent channels; ///< as the eye resolves them
    Features features;
};

Seen seen(const ByteImage& picture, double pixels_per_degree) {
    Opponent channels = opponent_channels(picture);
    Features features = features_of(channels[0], feature_detectors(pixels_per_degree));
    const auto sensitivity = contrast_sensitivity(pixels_per_degree);
    for (std::size_t i = 0; i < channels.size(); ++i)
        channels[i] = as_eye_resolves(channels[i], sensitivity[i]);
    return {std::move(channels), std::move(features)};
}

double colour_difference(const Opponent& first, const Opponent& second, std::size_t i) {
    const auto lab = [i](const Opponent& channels) {
        return lab_of_opponent(channels[0].values[i], channels[1].values[i], channels[2].values[i]);
    };
    return redistributed(hyab(lab(first), lab(second)));
}

double feature_difference(const Features& first, const Features& second, std::size_t i) {
    const double edge = std::abs(first.edges.values[i] - second.edges.values[i]);
    const double point = std::abs(first.points.values[i] - second.points.values[i]);
    return std::pow(std::numbers::sqrt2 / 2.0 * std::max(edge, point), feature_exponent);
}

} // namespace

double pixels_per_degree(double distance_m, double screen_m, double screen_pixels) {
    assert(distance_m > 0.0 && screen_m > 0.0 && screen_pixels > 0.0);
    return distance_m * screen_pixels / screen_m * std::numbers::pi / 180.0;
}

FloatImage flip(const ByteImage& reference, const ByteImage& test, double pixels_per_degree) {
    assert(reference.width == test.width && reference.height == test.height && reference.width > 0);
    assert(reference.channels >= 3 && test.channels >= 3);
    const Seen first = seen(reference, pixels_per_degree), second = seen(test, pixels_per_degree);
    FloatImage map(reference.width, reference.height, 1);
    parallel_for(pixel_count(map), 4096, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const double features = std::min(1.0, feature_difference(first.features, second.features, i));
            const double colour = colour_difference(first.channels, second.channels, i);
            map.values[i] = static_cast<float>(std::pow(colour, 1.0 - features));
        }
    });
    return map;
}

FlipFigures figures_of(const FloatImage& map) {
    assert(!map.values.empty());
    std::vector<float> sorted = map.values;
    std::sort(sorted.begin(), sorted.end());
    const auto percentile = [&sorted](double per_cent) {
        const double rank = std::ceil(per_cent / 100.0 * static_cast<double>(sorted.size()));
        return static_cast<double>(sorted[static_cast<std::size_t>(rank) - 1]);
    };
    return {std::accumulate(sorted.begin(), sorted.end(), 0.0) / static_cast<double>(sorted.size()),
            percentile(25),
            percentile(50),
            percentile(75),
            percentile(95),
            percentile(100)};
}

} // namespace healed::color
