#include "transport/absorber_grid.h"
#include "transport/ink_images.h"
#include "transport/lattice_crossing.h"
#include "transport/round_dots.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>
#include <random>

namespace healed::transport {
namespace {

struct Place {
    double x, y, z;
};

/// Absorption of a dot at a place, straight from what PatchDot says.
double dot_at(const PatchDot& d, Place at) {
    const double azimuth = d.azimuth_deg * std::numbers::pi / 180.0;
    const double z = at.z - d.depth_mm;
    const double x = at.x - d.x_mm - d.slant_x * z, y = at.y - d.y_mm - d.slant_y * z;
    const double along = (std::cos(azimuth) * x + std::sin(azimuth) * y) / d.sigma_mm;
    const double across = (std::cos(azimuth) * y - std::sin(azimuth) * x) / d.sigma_y_mm;
    return std::exp(-0.5 * (along * along + across * across + z * z / (d.sigma_z_mm * d.sigma_z_mm)));
}

double streak_at(const PatchStreak& s, Place at) {
    const double ex = s.end_x_mm - s.x_mm, ey = s.end_y_mm - s.y_mm, ez = s.end_depth_mm - s.depth_mm;
    const double px = at.x - s.x_mm, py = at.y - s.y_mm, pz = at.z - s.depth_mm;
    const double t = (px * ex + py * ey + pz * ez) / (ex * ex + ey * ey + ez * ez);
    if (t < 0.0 || t > 1.0)
        return 0.0;
    const double aside = std::hypot(px - t * ex, py - t * ey, pz - t * ez);
    return std::exp(-0.5 * aside * aside / (s.sigma_mm * s.sigma_mm));
}

double cylinder_at(const PatchCylinder& c, Place at) {
    const double z = at.z - c.top_mm;
    const double x = at.x - c.x_mm - c.slant_x * z, y = at.y - c.y_mm - c.slant_y * z;
    return z >= 0.0 && z < c.thickness_mm && std::hypot(x, y) < c.radius_mm ? 1.0 : 0.0;
}

template <typename At>
double summed(const physics::PathPiece& p, At at) {
    constexpr int steps = 40'000;
    double sum = 0.0;
    for (int i = 0; i < steps; ++i) {
        const double t = (i + 0.5) / steps;
        sum += at(Place{std::lerp(p.x0, p.x1, t), std::lerp(p.y0, p.y1, t), std::lerp(p.z0, p.z1, t)});
    }
    return sum * physics::piece_length(p) / steps;
}

const PatchDot leaning_ellipse{.x_mm = 0.3,
                               .y_mm = 0.2,
                               .depth_mm = 0.3,
                               .sigma_mm = 0.12,
                               .sigma_z_mm = 0.08,
                               .slant_x = 0.5,
                               .slant_y = -0.8,
                               .peak_absorption_per_mm = {10.0},
                               .sigma_y_mm = 0.04,
                               .azimuth_deg = 35.0};
const PatchStreak steep_streak{.x_mm = 0.1,
                               .y_mm = 0.1,
                               .depth_mm = 0.15,
                               .end_x_mm = 0.4,
                               .end_y_mm = 0.3,
                               .end_depth_mm = 0.5,
                               .sigma_mm = 0.05,
                               .peak_absorption_per_mm = {10.0}};
const PatchCylinder leaning_cylinder{.x_mm = 0.35,
                                     .y_mm = 0.25,
                                     .top_mm = 0.1,
                                     .radius_mm = 0.06,
                                     .thickness_mm = 0.4,
                                     .slant_x = -0.4,
                                     .slant_y = 0.3,
                                     .absorption_per_mm = {10.0}};

/// Pieces that run through the middle of the absorbers above, short and long.
std::vector<physics::PathPiece> pieces_about(float half_length_mm) {
    std::mt19937 random(5);
    std::normal_distribution<float> along(0.0f, half_length_mm), about(0.0f, 0.06f);
    std::vector<physics::PathPiece> pieces;
    for (int i = 0; i < 12; ++i) {
        const float x = 0.3f + about(random), y = 0.2f + about(random), z = 0.3f + about(random);
        const float dx = along(random), dy = along(random), dz = along(random);
        pieces.push_back({x - dx, y - dy, z - dz, x + dx, y + dy, z + dz});
    }
    return pieces;
}

template <typename Absorber, typename At>
void expect_paths(std::vector<Absorber> Patch::*list, const Absorber& absorber, At at, double tolerance) {
    Patch patch;
    patch.*list = {absorber};
    const std::vector<InkImage> images = ink_images(patch, 0.0);
    ASSERT_EQ(images.size(), 1u);
    int met = 0;
    for (const float half_length_mm : {0.005f, 0.03f, 0.2f, 1.0f})
        for (const physics::PathPiece& piece : pieces_about(half_length_mm)) {
            const double expected = summed(piece, [&](Place place) { return at(absorber, place); });
            const double ours = images[0].strength * physics::shape_path(images[0].shape, piece);
            EXPECT_NEAR(ours, expected, tolerance * (expected + 1e-3)) << "half length " << half_length_mm;
            met += expected > 1e-4 ? 1 : 0;
        }
    EXPECT_GT(met, 20);
}

TEST(InkImages, PathsThroughDotsStreaksAndCylindersAreWhatSummingUpGives) {
    expect_paths(&Patch::dots, leaning_ellipse, dot_at, 2e-4);
    expect_paths(&Patch::streaks, steep_streak, streak_at, 2e-3);
    expect_paths(&Patch::cylinders, leaning_cylinder, cylinder_at, 2e-3);
}

double crossed_by(const std::vector<InkImage>& images, const Patch& patch, const physics::PathPiece& piece) {
    double depth = 0.0;
    for (const InkImage& image : images)
        depth += (*absorption_spectra(patch)[image.absorber])[0] * physics::shape_path(image.shape, piece);
    return depth;
}

TEST(InkImages, RowsOfRoundDotsStandForEllipsesAndStreaks) {
    Patch patch;
    patch.dots = {leaning_ellipse};
    patch.streaks = {steep_streak};
    const Patch round = with_round_dots(patch);
    ASSERT_TRUE(round.streaks.empty());
    double whole = 0.0, whole_round = 0.0;
    for (const physics::PathPiece& piece : pieces_about(0.2f)) {
        const double exact = crossed_by(ink_images(patch, 0.0), patch, piece);
        const double rows = crossed_by(ink_images(round, 0.0), round, piece);
        EXPECT_NEAR(rows, exact, 0.03 * exact + 0.02); // the streak's ends are round
        whole += exact, whole_round += rows;
    }
    EXPECT_NEAR(whole_round, whole, 0.02 * whole);
}

TEST(InkImages, NothingReachesBeyondItsBox) {
    Patch patch;
    patch.dots = {leaning_ellipse};
    const InkImage image = ink_images(patch, 0.0).at(0);
    double outside = 0.0;
    for (const physics::PathPiece& face : {physics::PathPiece{image.low_x, -2, 0.3f, image.low_x, 2, 0.3f},
                                           physics::PathPiece{-2, image.high_y, 0.3f, 2, image.high_y, 0.3f},
                                           physics::PathPiece{-2, 0.2f, image.low_z, 2, 0.2f, image.low_z}})
        outside = std::max(outside, 10.0 * physics::shape_path(image.shape, face));
    EXPECT_LT(outside, 1e-4);
    EXPECT_LT(image.high_x - image.low_x, 2.0f) << "a box of everything would be slow";
}

Patch crowded_patch(bool periodic) {
    Patch patch{.wavelengths_nm = {550}, .stacks = {}, .width_mm = 1.1, .height_mm = 0.7};
    patch.periodic = periodic;
    patch.dots = {leaning_ellipse};
    patch.dots.push_back({.x_mm = 1.05,
                          .y_mm = 0.68,
                          .depth_mm = 0.2,
                          .sigma_mm = 0.3,
                          .sigma_z_mm = 0.1,
                          .peak_absorption_per_mm = {5.0}});
    patch.streaks = {steep_streak};
    patch.cylinders = {leaning_cylinder};
    return patch;
}

TEST(AbsorberGrid, FindsEverythingThatAPieceCrosses) {
    for (const bool periodic : {false, true}) {
        const Patch patch = crowded_patch(periodic);
        const AbsorberGrid grid(patch);
        const std::vector<InkImage> all = ink_images(patch, 0.5);
        std::mt19937 random(7);
        std::uniform_real_distribution<float> place(-2.0f, 3.0f), depth(0.0f, 0.8f), step(-0.1f, 0.1f);
        double met = 0.0;
        for (int i = 0; i < 20'000; ++i) {
            physics::PathPiece p{place(random), place(random), depth(random), 0, 0, 0};
            p.x1 = p.x0 + step(random), p.y1 = p.y0 + step(random), p.z1 = p.z0 + step(random);
            double ours = 0.0, expected = 0.0;
            grid.cross(p, [&](std::uint32_t, float crossed) { ours += crossed; });
            if (periodic) {
                const float x = std::floor(0.5f * (p.x0 + p.x1) / 1.1f) * 1.1f;
                const float y = std::floor(0.5f * (p.y0 + p.y1) / 0.7f) * 0.7f;
                p.x0 -= x, p.x1 -= x, p.y0 -= y, p.y1 -= y;
            }
            for (const InkImage& image : all)
                expected += image.strength * physics::shape_path(image.shape, p);
            ASSERT_NEAR(ours, expected, 1e-5 * (1.0 + expected));
            met += expected;
        }
        EXPECT_GT(met, 10.0);
    }
}

TEST(LatticeCrossing, GathersWhatTheGridFindsPointByPoint) {
    for (const bool periodic : {false, true}) {
        Patch patch = crowded_patch(periodic);
        patch.columns = 9, patch.rows = 7;
        const AbsorberGrid grid(patch);
        const LatticeCrossing lattice(patch, grid);
        const std::vector<glm::vec4> absorptions = {glm::vec4(1), glm::vec4(2), glm::vec4(3), glm::vec4(4)};
        constexpr int first_row = 2;
        std::mt19937 random(11);
        std::uniform_real_distribution<float> place(-2.5f, 2.5f), depth(0.0f, 0.8f), step(-0.1f, 0.1f);
        double met = 0.0;
        for (int i = 0; i < 3'000; ++i) {
            physics::PathPiece p{place(random), place(random), depth(random), 0, 0, 0};
            p.x1 = p.x0 + step(random), p.y1 = p.y0 + step(random), p.z1 = p.z0 + step(random);
            std::vector<glm::vec4> ours(9 * 4, glm::vec4(0));
            lattice.add(p, first_row, absorptions, ours);
            for (int point = 0; point < 9 * 4; ++point) {
                const float x = (static_cast<float>(point % 9) + 0.5f) * 1.1f / 9.0f;
                const float y = (static_cast<float>(point / 9 + first_row) + 0.5f) * 0.1f;
                float expected = 0.0f;
                grid.cross({p.x0 + x, p.y0 + y, p.z0, p.x1 + x, p.y1 + y, p.z1},
                           [&](std::uint32_t absorber, float crossed) {
                               expected += crossed * absorptions[absorber].x;
                           });
                ASSERT_NEAR(ours[static_cast<std::size_t>(point)].x, expected, 5e-5f * (1.0f + expected));
                met += expected;
            }
        }
        EXPECT_GT(met, 10.0);
    }
}

/// A dot wider than the period is smeared; in a block of three by three periods it is not yet.
TEST(AbsorberGrid, WideDotsThatRepeatAreTheirMean) {
    Patch one{.wavelengths_nm = {550}, .stacks = {}, .width_mm = 0.3, .height_mm = 0.2};
    one.periodic = true;
    one.dots = {leaning_ellipse};
    one.dots[0].sigma_mm = 0.5, one.dots[0].sigma_y_mm = 0.35;
    Patch nine = one;
    nine.width_mm *= 9, nine.height_mm *= 9;
    for (int i = 0; i < 81; ++i)
        if (i > 0) {
            nine.dots.push_back(one.dots[0]);
            nine.dots.back().x_mm += 0.3 * (i % 9), nine.dots.back().y_mm += 0.2 * (i / 9);
        }
    const AbsorberGrid smeared(one), whole(nine);
    ASSERT_EQ(smeared.images().size(), 1u);
    EXPECT_GT(whole.images().size(), 81u);
    std::mt19937 random(9);
    std::uniform_real_distribution<float> place(0.0f, 3.0f), depth(0.0f, 0.8f), step(-0.1f, 0.1f);
    for (int i = 0; i < 200; ++i) {
        physics::PathPiece p{place(random), place(random), depth(random), 0, 0, 0};
        p.x1 = p.x0 + step(random), p.y1 = p.y0 + step(random), p.z1 = p.z0 + step(random);
        double mean = 0.0, sum = 0.0;
        smeared.cross(p, [&](std::uint32_t, float crossed) { mean += crossed; });
        whole.cross(p, [&](std::uint32_t, float crossed) { sum += crossed; });
        ASSERT_NEAR(mean, sum, 2e-4 * sum + 1e-6);
    }
}

} // namespace
} // namespace healed::transport
