#include "color/flip.h"

#include "color/flip_filters.h"
#include "color/lab.h"
#include "color/srgb.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace healed::color {
namespace {

using Colour = std::array<std::uint8_t, 3>;
constexpr Colour white{255, 255, 255}, black{0, 0, 0}, grey{128, 128, 128}, red{255, 0, 0}, green{0, 255, 0},
    blue{0, 0, 255};

ByteImage picture(int width, int height, const std::function<Colour(int, int)>& colour) {
    ByteImage image(width, height, 3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const Colour here = colour(x, y);
            std::copy(here.begin(), here.end(), image.at(x, y));
        }
    return image;
}

ByteImage even(Colour colour, int side = 24) {
    return picture(side, side, [colour](int, int) { return colour; });
}

double mean_of(const ByteImage& first, const ByteImage& second, double pixels_per_degree = 67.0) {
    return figures_of(flip(first, second, pixels_per_degree)).mean;
}

/// Without any structure to follow, but the same on every run.
ByteImage scattered(int width, int height, unsigned seed) {
    unsigned state = seed;
    return picture(width, height, [&state](int, int) {
        Colour colour{};
        for (std::uint8_t& value : colour) {
            state = state * 1664525u + 1013904223u;
            value = static_cast<std::uint8_t>(state >> 24);
        }
        return colour;
    });
}

TEST(Flip, IsNothingForThePictureItself) {
    const ByteImage image = scattered(40, 30, 1);
    EXPECT_EQ(figures_of(flip(image, image)).greatest, 0.0);
}

// Even pictures have no features, and filters leave them as they are: the value is the redistributed HyAB
// distance alone. By hand from the sRGB primaries: green is L* 87.735, a* −86.183, b* 83.179, blue 32.297,
// 79.188, −107.860; after Hunt's adjustment their distance is 203.30, to the power of 0.7 it is 41.28.
TEST(Flip, OfEvenPicturesIsTheColourFormula) {
    EXPECT_NEAR(mean_of(even(green), even(blue)), 1.0, 1e-4);
    EXPECT_NEAR(mean_of(even(white), even(black)), 0.96738, 1e-4);
    EXPECT_NEAR(mean_of(even(grey), even(black)), 0.93390, 1e-4);
    EXPECT_NEAR(mean_of(even(red), even(black)), 0.97050, 1e-4);
}

// Beside a step all of the detector's weights of one sign lie on the bright side, and they sum to 1.
TEST(Flip, EdgeDetectorAnswersOneToAStep) {
    const auto step = [](const Plane& plane, const SeparableFilter& detector) {
        return *filtered(plane, detector).at(plane.width / 2, plane.height / 2);
    };
    Plane plane(65, 33, 1);
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x)
            *plane.at(x, y) = x > plane.width / 2 ? 1.0f : 0.0f;
    EXPECT_NEAR(std::abs(step(plane, feature_detectors(67.0).edge)), 1.0, 1e-5);
    EXPECT_NEAR(step(Plane(65, 33, 1), feature_detectors(67.0).edge), 0.0, 1e-6);
}

/// The paper's filters as it writes them: a window of two dimensions in double precision.
double windowed(const std::vector<double>& plane, int width, int height, int x, int y, int radius,
                const std::function<double(double, double)>& kernel, bool balanced) {
    double positive = 0.0, negative = 0.0, above = 0.0, below = 0.0;
    for (int dy = -radius; dy <= radius; ++dy)
        for (int dx = -radius; dx <= radius; ++dx) {
            const double weight = kernel(dx, dy);
            const int column = std::clamp(x + dx, 0, width - 1), row = std::clamp(y + dy, 0, height - 1);
            const double value = plane[static_cast<std::size_t>(row * width + column)];
            (weight > 0.0 ? positive : negative) += weight;
            (weight > 0.0 ? above : below) += weight * value;
        }
    return balanced ? above / positive - below / negative : above / positive;
}

struct Slow {
    int width, height;
    double per_degree;
    std::array<std::vector<double>, 3> channels;

    Slow(const ByteImage& image, double pixels_per_degree)
        : width(image.width), height(image.height), per_degree(pixels_per_degree) {
        const Xyz adapted = srgb_white();
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const std::uint8_t* v = image.at(x, y);
                const Xyz c = xyz_from_linear_srgb(
                    {srgb_decode(v[0] / 255.0), srgb_decode(v[1] / 255.0), srgb_decode(v[2] / 255.0)});
                channels[0].push_back(116.0 * c.y - 16.0);
                channels[1].push_back(500.0 * (c.x / adapted.x - c.y));
                channels[2].push_back(200.0 * (c.y - c.z / adapted.z));
            }
    }

    Lab lab(int x, int y) const {
        constexpr double a1[] = {1, 1, 34.1}, b1[] = {0.0047, 0.0053, 0.04}, a2[] = {0, 0, 13.5},
                         b2[] = {1e-5, 1e-5, 0.025}, pi = std::numbers::pi;
        const int radius = static_cast<int>(std::ceil(3.0 * std::sqrt(0.04 / (2.0 * pi * pi)) * per_degree));
        double c[3];
        for (int i = 0; i < 3; ++i)
            c[i] = windowed(
                channels[static_cast<std::size_t>(i)], width, height, x, y, radius,
                [&](double dx, double dy) {
                    const double z = (dx * dx + dy * dy) / (per_degree * per_degree);
                    return a1[i] * std::sqrt(pi / b1[i]) * std::exp(-pi * pi * z / b1[i]) +
                           a2[i] * std::sqrt(pi / b2[i]) * std::exp(-pi * pi * z / b2[i]);
                },
                false);
        const Xyz adapted = srgb_white();
        const double luminance = (c[0] + 16.0) / 116.0;
        Rgb rgb = linear_srgb_from_xyz(
            {adapted.x * (luminance + c[1] / 500.0), luminance, adapted.z * (luminance - c[2] / 200.0)});
        for (double& value : rgb)
            value = std::clamp(value, 0.0, 1.0);
        Lab result = lab_from_xyz(xyz_from_linear_srgb(rgb), adapted);
        result.a *= 0.01 * result.l;
        result.b *= 0.01 * result.l;
        return result;
    }

    double feature(int x, int y, bool edge) const {
        const double sigma = 0.5 * 0.082 * per_degree;
        const int radius = static_cast<int>(std::ceil(3.0 * sigma));
        const auto along = [&](double u, double v) {
            const double bell = std::exp(-(u * u + v * v) / (2.0 * sigma * sigma));
            return edge ? -u * bell : (u * u / (sigma * sigma) - 1.0) * bell;
        };
        const auto flat = [&](double dx, double dy) { return along(dx, dy); };
        const auto upright = [&](double dx, double dy) { return along(dy, dx); };
        return std::hypot(windowed(channels[0], width, height, x, y, radius, flat, true),
                          windowed(channels[0], width, height, x, y, radius, upright, true)) /
               116.0;
    }
};

double slow_flip(const Slow& first, const Slow& second, int x, int y) {
    const Lab a = first.lab(x, y), b = second.lab(x, y);
    const double largest = std::pow(203.2973, 0.7);
    double colour = std::pow(std::abs(a.l - b.l) + std::hypot(a.a - b.a, a.b - b.b), 0.7);
    colour = colour < 0.4 * largest ? 0.95 * colour / (0.4 * largest)
                                    : 0.95 + 0.05 * (colour - 0.4 * largest) / (0.6 * largest);
    const double edge = std::abs(first.feature(x, y, true) - second.feature(x, y, true));
    const double point = std::abs(first.feature(x, y, false) - second.feature(x, y, false));
    return std::pow(colour, 1.0 - std::sqrt(std::max(edge, point) / std::numbers::sqrt2));
}

TEST(Flip, IsThePaperWrittenOutWithoutShortcuts) {
    for (const double pixels_per_degree : {20.0, 67.0}) {
        const ByteImage one = scattered(33, 27, 3);
        const ByteImage other = picture(33, 27, [&one](int x, int y) {
            const std::uint8_t* v = one.at(std::min(x + y % 2, 32), y);
            return x > 15 ? Colour{v[0], v[1], v[2]} : Colour{v[2], v[1], 90};
        });
        const FloatImage map = flip(one, other, pixels_per_degree);
        const Slow first(one, pixels_per_degree), second(other, pixels_per_degree);
        for (const auto& [x, y] : {std::pair{0, 0}, {16, 13}, {5, 20}, {32, 26}, {14, 1}, {15, 12}})
            EXPECT_NEAR(*map.at(x, y), slow_flip(first, second, x, y), 2e-4) << x << ' ' << y;
    }
}

TEST(Flip, DoesNotCareWhichPictureIsTheReference) {
    const ByteImage one = scattered(31, 17, 5), other = scattered(31, 17, 6);
    EXPECT_EQ(flip(one, other).values, flip(other, one).values);
}

TEST(Flip, GrowsAsAnEdgeIsBlurredAndADotIsMoved) {
    const auto ramp = [](int half_width) {
        return picture(64, 24, [half_width](int x, int) {
            const double t = half_width == 0 ? (x >= 32 ? 1.0 : 0.0)
                                             : std::clamp(0.5 + (x - 31.5) / (2.0 * half_width), 0.0, 1.0);
            const auto value = static_cast<std::uint8_t>(std::lround(60.0 + 120.0 * t));
            return Colour{value, value, value};
        });
    };
    const auto dot = [](int shift) {
        return picture(64, 32, [shift](int x, int y) {
            return std::hypot(x - 24 - shift, y - 16) < 2.5 ? Colour{40, 40, 45} : Colour{180, 150, 130};
        });
    };
    double before_edge = 0.0, before_dot = 0.0;
    for (const int step : {1, 2, 4, 8}) {
        const double edge = mean_of(ramp(0), ramp(step)), moved = mean_of(dot(0), dot(step));
        EXPECT_GT(edge, before_edge) << step;
        EXPECT_GT(moved, before_dot) << step;
        before_edge = edge;
        before_dot = moved;
    }
}

TEST(Flip, FinePatternsVanishFromAfar) {
    const ByteImage checks = picture(48, 48, [](int x, int y) {
        return (x + y) % 2 == 0 ? Colour{200, 200, 200} : Colour{50, 50, 50};
    });
    // The grey of equal light: (0.5776 + 0.0319)/2 linear.
    const auto level = srgb_bytes({(srgb_decode(200 / 255.0) + srgb_decode(50 / 255.0)) / 2,
                                   (srgb_decode(200 / 255.0) + srgb_decode(50 / 255.0)) / 2,
                                   (srgb_decode(200 / 255.0) + srgb_decode(50 / 255.0)) / 2});
    const ByteImage flat = even({level[0], level[1], level[2]}, 48);
    const double near = mean_of(checks, flat, 10.0), usual = mean_of(checks, flat, 40.0),
                 far = mean_of(checks, flat, 120.0);
    EXPECT_GT(near, 3.0 * usual);
    EXPECT_GE(usual, far);
    EXPECT_LT(far, 0.02);
}

TEST(Flip, PaperObserver) {
    EXPECT_NEAR(pixels_per_degree(0.7, 0.7, 3840), 67.0206, 5e-5);
    EXPECT_EQ(pixels_per_degree(0.7, 0.7, 3840) > 67.02, flip_pixels_per_degree > 67.02);
}

TEST(Flip, PercentilesAreValuesOfTheMap) {
    FloatImage map(10, 10, 1);
    for (int i = 0; i < 100; ++i)
        map.values[static_cast<std::size_t>((i * 37) % 100)] = static_cast<float>(i + 1) / 100.0f;
    const FlipFigures figures = figures_of(map);
    EXPECT_NEAR(figures.mean, 0.505, 1e-6);
    EXPECT_FLOAT_EQ(static_cast<float>(figures.percentile_25), 0.25f);
    EXPECT_FLOAT_EQ(static_cast<float>(figures.median), 0.50f);
    EXPECT_FLOAT_EQ(static_cast<float>(figures.percentile_95), 0.95f);
    EXPECT_FLOAT_EQ(static_cast<float>(figures.greatest), 1.0f);
}

} // namespace
} // namespace healed::color
