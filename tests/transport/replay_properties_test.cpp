#include "../gpu_device.h"
#include "transport/adding_doubling.h"
#include "transport/layers.h"
#include "transport/path_replay.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace healed::transport {
namespace {

constexpr double without_end = std::numeric_limits<double>::infinity();

/// Three layers with steps of the index, nothing in particular.
skin::OpticalStack stepped(double absorption_per_mm = 0.1) {
    return {.index_above = 1.0,
            .index_below = 1.0,
            .layers = {{0.1, 1.46, 0.7, 4.0 * absorption_per_mm, 25.0},
                       {0.8, 1.38, 0.8, absorption_per_mm, 20.0},
                       {without_end, 1.44, 0.75, 0.5 * absorption_per_mm, 12.0}}};
}

skin::OpticalStack half_space(double index, double anisotropy, double absorption, double scattering) {
    return {.index_above = 1.0,
            .index_below = 1.0,
            .layers = {{without_end, index, anisotropy, absorption, scattering}}};
}

Patch patch_of(std::vector<skin::OpticalStack> stacks) {
    Patch patch{.wavelengths_nm = std::vector<double>(stacks.size(), 550.0),
                .stacks = std::move(stacks),
                .width_mm = 1.2,
                .height_mm = 0.8,
                .columns = 6,
                .rows = 4};
    patch.periodic = true;
    return patch;
}

/// One of each, strengths as many as wavelengths.
void add_ink(Patch& patch, const std::vector<double>& strengths_per_mm) {
    patch.dots.push_back({.x_mm = 0.3,
                          .y_mm = 0.5,
                          .depth_mm = 0.25,
                          .sigma_mm = 0.1,
                          .sigma_z_mm = 0.06,
                          .slant_x = 0.4,
                          .peak_absorption_per_mm = strengths_per_mm,
                          .sigma_y_mm = 0.05,
                          .azimuth_deg = 30.0});
    patch.cylinders.push_back({.x_mm = 0.9,
                               .y_mm = 0.2,
                               .top_mm = 0.0,
                               .radius_mm = 0.04,
                               .thickness_mm = 1.0,
                               .slant_y = 0.7,
                               .absorption_per_mm = strengths_per_mm});
    patch.streaks.push_back({.x_mm = 0.6,
                             .y_mm = 0.6,
                             .depth_mm = 0.2,
                             .end_x_mm = 0.9,
                             .end_y_mm = 0.7,
                             .end_depth_mm = 0.5,
                             .sigma_mm = 0.04,
                             .peak_absorption_per_mm = strengths_per_mm});
}

TEST(PathReplay, TheDeviceAndTheProcessorAgreePathByPath) {
    Patch patch = patch_of({stepped(), stepped(0.3)});
    add_ink(patch, {15.0, 8.0});
    const PatchReflectance device = replay_patch(test::device(), patch, 1'500, 3, {});
    const PatchReflectance processor = replay_patch(patch, 1'500, 3, {});
    double darkest = 1.0;
    for (std::size_t wavelength = 0; wavelength < 2; ++wavelength) {
        EXPECT_NEAR(device.bare[wavelength] / processor.bare[wavelength], 1.0, 0.005);
        for (std::size_t i = 0; i < device.ratio[wavelength].size(); ++i) {
            const double error = processor.standard_error[wavelength][i];
            // Other photons would differ by one and a half standard errors, and often by more.
            EXPECT_NEAR(device.ratio[wavelength][i], processor.ratio[wavelength][i], 0.6 * error) << i;
            EXPECT_NEAR(device.standard_error[wavelength][i] / error, 1.0, 0.2) << i;
            darkest = std::min(darkest, processor.ratio[wavelength][i]);
        }
    }
    EXPECT_LT(darkest, 0.7) << "or there would be little to agree on";
}

TEST(PathReplay, TheSameSeedGivesTheSameBytes) {
    Patch patch = patch_of({stepped()});
    add_ink(patch, {15.0});
    for (const bool on_device : {true, false}) {
        const auto run = [&] {
            return on_device ? replay_patch(test::device(), patch, 600, 8, {})
                             : replay_patch(patch, 600, 8, {});
        };
        EXPECT_EQ(run().ratio, run().ratio);
    }
}

TEST(PathReplay, WavelengthsThatScatterAlikeShareTheirPaths) {
    Patch together = patch_of({stepped(0.1), stepped(0.1), stepped(0.4)});
    add_ink(together, {2.0, 20.0, 20.0});
    const PatchReflectance shared = replay_patch(together, 6'000, 4, {});
    Patch alone = patch_of({stepped(0.4)});
    add_ink(alone, {20.0});
    const PatchReflectance own = replay_patch(alone, 6'000, 5, {});
    EXPECT_NEAR(shared.bare[2] / own.bare[0], 1.0, 0.04);
    for (std::size_t i = 0; i < own.ratio[0].size(); ++i) {
        EXPECT_LT(shared.ratio[1][i], shared.ratio[0][i]) << "stronger ink is darker, path by path";
        EXPECT_LT(shared.ratio[1][i], shared.ratio[2][i]) << "what absorbs less goes deeper";
        EXPECT_NEAR(shared.ratio[2][i], own.ratio[0][i],
                    4.0 * std::hypot(shared.standard_error[2][i], own.standard_error[0][i]));
    }
}

/// A sheet of ink is a plane layer that absorbs more: adding-doubling knows the answer.
TEST(PathReplay, SheetsAgreeWithAddingDoubling) {
    skin::OpticalStack bare = stepped();
    bare.layers.insert(bare.layers.begin(), {0.3, 1.5, 0.0, 0.02, 0.0}); // clear, like a film on the skin
    skin::OpticalStack inked = bare;
    inked.layers[0].absorption_per_mm += 0.3;
    inked.layers[2].absorption_per_mm += 2.0;
    for (const Incidence incidence : {Incidence::Diffuse, Incidence::Normal}) {
        Patch patch = patch_of({bare});
        patch.columns = patch.rows = 1;
        patch.incidence = incidence;
        patch.sheets = {{0.0, 0.3, {0.3}}, {0.4, 0.8, {2.0}}};
        const PatchReflectance ours = replay_patch(patch, 40'000, 2, {});
        const PlaneReflectance with = plane_reflectance(inked), without = plane_reflectance(bare);
        const double expected = incidence == Incidence::Normal
                                    ? with.reflectance_normal / without.reflectance_normal
                                    : with.reflectance_diffuse / without.reflectance_diffuse;
        EXPECT_NEAR(ours.ratio[0][0], expected, 3.0 * ours.standard_error[0][0] + 3e-4);
        EXPECT_LT(ours.standard_error[0][0], 0.005);
    }
}

TEST(PathReplay, MoreInkIsDarkerEverywhere) {
    std::vector<double> before(24, 1.0);
    for (const double strength : {1.0, 4.0, 16.0, 64.0}) {
        Patch patch = patch_of({stepped()});
        add_ink(patch, {strength});
        const PatchReflectance ours = replay_patch(patch, 2'000, 6, {});
        for (std::size_t i = 0; i < before.size(); ++i) {
            EXPECT_LT(ours.ratio[0][i], before[i]) << strength;
            EXPECT_GT(ours.ratio[0][i], 0.0);
        }
        before = ours.ratio[0];
    }
}

TEST(PathReplay, AMirroredSceneGivesAMirroredImage) {
    Patch patch = patch_of({stepped()});
    add_ink(patch, {12.0});
    Patch mirrored = patch;
    for (PatchDot& dot : mirrored.dots)
        dot.x_mm = patch.width_mm - dot.x_mm, dot.slant_x = -dot.slant_x, dot.azimuth_deg = -dot.azimuth_deg;
    for (PatchCylinder& cylinder : mirrored.cylinders)
        cylinder.x_mm = patch.width_mm - cylinder.x_mm, cylinder.slant_x = -cylinder.slant_x;
    for (PatchStreak& streak : mirrored.streaks)
        streak.x_mm = patch.width_mm - streak.x_mm, streak.end_x_mm = patch.width_mm - streak.end_x_mm;
    const PatchReflectance one = replay_patch(patch, 10'000, 1, {});
    const PatchReflectance other = replay_patch(mirrored, 10'000, 2, {});
    for (std::size_t row = 0; row < 4; ++row)
        for (std::size_t column = 0; column < 6; ++column) {
            const std::size_t i = row * 6 + column, j = row * 6 + 5 - column;
            EXPECT_NEAR(one.ratio[0][i], other.ratio[0][j],
                        4.0 * std::hypot(one.standard_error[0][i], other.standard_error[0][j]));
        }
}

/// Nothing is absorbed, so what enters a half-space comes back; the walk must not lose its longest paths.
TEST(PathReplay, AWhiteHalfSpaceGivesBackWhatEntersIt) {
    const Patch patch = patch_of({half_space(1.4, 0.8, 0.0, 20.0)});
    const double enters = 1.0 - diffuse_fresnel(1.0, 1.4);
    EXPECT_NEAR(replay_patch(patch, 10'000, 1, {}).bare[0] / enters, 1.0, 0.01);
    EXPECT_NEAR(replay_patch(test::device(), patch, 2'000, 1, {}).bare[0] / enters, 1.0, 0.03);
}

/// Deep down only μs(1 − g) matters.
TEST(PathReplay, DeepInkLooksTheSameWhenScatteringIsReducedToIsotropic) {
    const auto ratio = [](double anisotropy, double scattering) {
        Patch patch = patch_of({half_space(1.4, anisotropy, 0.02, scattering)});
        patch.columns = patch.rows = 1;
        patch.periodic = false;
        patch.dots = {{.x_mm = 0.6,
                       .y_mm = 0.4,
                       .depth_mm = 1.2,
                       .sigma_mm = 0.4,
                       .sigma_z_mm = 0.1,
                       .peak_absorption_per_mm = {20.0}}};
        const PatchReflectance r = replay_patch(patch, 60'000, 7, {});
        return std::pair(r.ratio[0][0], r.standard_error[0][0]);
    };
    const auto [forward, forward_error] = ratio(0.8, 40.0);
    const auto [isotropic, isotropic_error] = ratio(0.0, 8.0);
    EXPECT_NEAR(forward, isotropic, 3.0 * std::hypot(forward_error, isotropic_error) + 0.005);
    EXPECT_LT(forward, 0.93) << "or there would be nothing to compare";
}

TEST(PathReplay, SaysWhenNothingCameBack) {
    const Patch patch = patch_of({half_space(1.0, 0.0, 10.0, 0.0)});
    EXPECT_THROW(replay_patch(patch, 100, 1, {}), std::exception);
}

} // namespace
} // namespace healed::transport
