#include "transport/fast_patch.h"

#include "../gpu_device.h"
#include "base/file.h"
#include "skin/settings.h"
#include "transport/adding_doubling.h"
#include "transport/path_replay.h"

#include <cmath>

namespace healed::transport {
namespace {

const skin::Skin& type_two() {
    static const skin::Skin skin(skin::load_preset(assets_folder(), "II").settings,
                                 skin::load_haemoglobin(assets_folder()));
    return skin;
}

Patch patch_at(std::vector<double> wavelengths_nm, double side_mm, int points) {
    Patch patch{.wavelengths_nm = std::move(wavelengths_nm),
                .width_mm = side_mm,
                .height_mm = side_mm,
                .columns = points,
                .rows = points};
    for (const double nm : patch.wavelengths_nm)
        patch.stacks.push_back(type_two().stack_at(nm));
    return patch;
}

/// The stack with a sheet of ink as layers of its own: what adding-doubling can judge without noise.
skin::OpticalStack with_sheet(const skin::OpticalStack& stack, double top_mm, double bottom_mm,
                              double per_mm) {
    skin::OpticalStack inked = stack;
    inked.layers.clear();
    double z = 0.0;
    for (const skin::OpticalLayer& layer : stack.layers) {
        const double bottom = z + layer.thickness_mm;
        const auto add = [&](double from, double to, double extra) {
            if (to <= from)
                return;
            inked.layers.push_back(layer);
            inked.layers.back().thickness_mm = to - from;
            inked.layers.back().absorption_per_mm += extra;
        };
        add(z, std::min(bottom, top_mm), 0.0);
        add(std::max(z, top_mm), std::min(bottom, bottom_mm), per_mm);
        add(std::max(z, bottom_mm), bottom, 0.0);
        z = bottom;
    }
    return inked;
}

double reflectance(const skin::OpticalStack& stack, Incidence incidence) {
    const PlaneReflectance r = plane_reflectance(stack, draft_streams);
    return incidence == Incidence::Diffuse ? r.reflectance_diffuse : r.reflectance_normal;
}

PatchDot dot(double x_mm, double y_mm, std::size_t wavelengths) {
    return {.x_mm = x_mm,
            .y_mm = y_mm,
            .depth_mm = 0.25,
            .sigma_mm = 0.07,
            .sigma_z_mm = 0.06,
            .peak_absorption_per_mm = std::vector<double>(wavelengths, 40.0)};
}

TEST(FastPatch, SheetsAgreeWithAddingDoubling) {
    struct Sheet {
        double top_mm, bottom_mm, per_mm;
    };
    for (const Incidence incidence : {Incidence::Diffuse, Incidence::Normal})
        for (const Sheet& s : {Sheet{0.2, 0.3, 2.0}, Sheet{0.32, 0.45, 30.0}, Sheet{0.8, 1.0, 10.0}}) {
            Patch patch = patch_at({450.0, 520.0, 600.0, 660.0}, 1.0, 1);
            patch.periodic = true;
            patch.incidence = incidence;
            patch.sheets = {{s.top_mm, s.bottom_mm - s.top_mm, std::vector<double>(4, s.per_mm)}};
            const PatchReflectance fast = fast_patch(test::device(), patch, {});
            for (std::size_t i = 0; i < 4; ++i) {
                const double bare = reflectance(patch.stacks[i], incidence);
                const double inked =
                    reflectance(with_sheet(patch.stacks[i], s.top_mm, s.bottom_mm, s.per_mm), incidence);
                EXPECT_NEAR(fast.bare[i], bare, 1e-3 * bare);
                EXPECT_NEAR(fast.ratio[i][0], inked / bare, 0.015)
                    << patch.wavelengths_nm[i] << " nm, sheet at " << s.top_mm << " mm, "
                    << (incidence == Incidence::Diffuse ? "diffuse" : "normal");
            }
        }
}

TEST(FastPatch, ADotUnderTheNormalFollowsTheJudge) {
    Patch patch = patch_at({450.0, 640.0}, 0.9, 5);
    patch.incidence = Incidence::Normal;
    patch.dots = {dot(0.46, 0.43, 2)};
    const PatchReflectance fast = fast_patch(test::device(), patch, {});
    const PatchReflectance exact = replay_patch(patch, 8'000, 3, {});
    for (std::size_t w = 0; w < 2; ++w) {
        double squares = 0.0;
        for (std::size_t i = 0; i < 25; ++i)
            squares += std::pow(fast.ratio[w][i] - exact.ratio[w][i], 2.0) / 25.0;
        EXPECT_LT(std::sqrt(squares), 0.02) << patch.wavelengths_nm[w];
    }
}

TEST(FastPatch, TheShapeOfTheWindowDoesNotMatter) {
    // A lone dot; the same in a repeating cell that texels fit, and in one of sides that they do not.
    Patch lone = patch_at({520.0}, 1.0, 5);
    lone.dots = {dot(0.5, 0.5, 1)};
    const PatchReflectance alone = fast_patch(test::device(), lone, {});
    Patch cell = patch_at({520.0}, 4.2, 21);
    cell.periodic = true;
    cell.dots = {dot(2.1, 2.1, 1)};
    const PatchReflectance repeated = fast_patch(test::device(), cell, {});
    Patch odd = cell;
    odd.width_mm = 4.4, odd.columns = 22;
    const PatchReflectance uneven = fast_patch(test::device(), odd, {});
    for (std::size_t y = 0; y < 5; ++y)
        for (std::size_t x = 0; x < 5; ++x) {
            const double r = alone.ratio[0][5 * y + x];
            EXPECT_NEAR(repeated.ratio[0][21 * (8 + y) + 8 + x], r, 0.006) << x << " " << y;
            EXPECT_NEAR(uneven.ratio[0][22 * (8 + y) + 8 + x], r, 0.006) << x << " " << y;
        }
}

TEST(FastPatch, DotsWiderThanThePatchThatRepeatsAreTheirMean) {
    Patch patch = patch_at({450.0, 640.0}, 0.5, 1);
    patch.periodic = true;
    patch.dots = {dot(0.2, 0.3, 2)};
    patch.dots[0].sigma_mm = 0.6, patch.dots[0].peak_absorption_per_mm = {0.2, 0.2};
    const PatchReflectance fast = fast_patch(test::device(), patch, {});
    const PatchReflectance exact = replay_patch(patch, 8'000, 3, {});
    for (std::size_t w = 0; w < 2; ++w) {
        EXPECT_NEAR(fast.ratio[w][0], exact.ratio[w][0], 0.015 + 3.0 * exact.standard_error[w][0]);
        EXPECT_LT(exact.ratio[w][0], 0.9) << "or there would be nothing to compare";
    }
    patch.dots[0].sigma_mm = 50.0;
    EXPECT_LT(fast_patch(test::device(), patch, {}).ratio[0][0], 0.4) << "and without copying it for ever";
}

TEST(FastPatch, CleanSkinStaysAsItIs) {
    const PatchReflectance fast = fast_patch(test::device(), patch_at({500.0}, 3.0, 3), {});
    for (const double r : fast.ratio[0])
        EXPECT_NEAR(r, 1.0, 2e-3);
}

} // namespace
} // namespace healed::transport
