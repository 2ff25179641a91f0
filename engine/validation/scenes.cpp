#include "transport/layers.h"
#include "transport/path_replay.h"
#include "validation/family.h"
#include "validation/many_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace healed::validation {
namespace {

constexpr std::uint64_t paths = 8'000;
constexpr double without_end = std::numeric_limits<double>::infinity();

skin::OpticalStack half_space(double index, double anisotropy, double absorption, double scattering) {
    return {1.0, 1.0, {{without_end, index, anisotropy, absorption, scattering}}};
}

/// Leaning dots, hairs and a streak, drawn from the seed, at any number of strengths.
transport::Patch drawn_scene(std::uint32_t seed, const std::vector<double>& strengths) {
    std::mt19937 random(seed);
    const auto between = [&random](double low, double high) {
        return low + (high - low) * static_cast<double>(random()) / 4294967295.0;
    };
    transport::Patch patch;
    patch.wavelengths_nm.assign(strengths.size(), 550.0);
    patch.stacks.assign(
        strengths.size(),
        {1.0,
         1.4,
         {{0.1, 1.45, 0.75, 0.5, 30.0}, {1.5, 1.4, 0.8, 0.1, 20.0}, {without_end, 1.44, 0.8, 0.05, 10.0}}});
    patch.width_mm = 1.5, patch.height_mm = 1.0;
    patch.columns = 6, patch.rows = 4;
    patch.periodic = true;
    const auto times = [&](double factor) {
        std::vector<double> absorption;
        for (const double strength : strengths)
            absorption.push_back(factor * strength);
        return absorption;
    };
    for (int i = 0; i < 4; ++i)
        patch.dots.push_back({.x_mm = between(0.0, 1.5),
                              .y_mm = between(0.0, 1.0),
                              .depth_mm = between(0.15, 0.6),
                              .sigma_mm = between(0.04, 0.2),
                              .sigma_z_mm = between(0.03, 0.1),
                              .slant_x = between(-1.0, 1.0),
                              .slant_y = between(-1.0, 1.0),
                              .peak_absorption_per_mm = times(between(0.5, 1.0)),
                              .sigma_y_mm = between(0.04, 0.2),
                              .azimuth_deg = between(0.0, 180.0)});
    patch.cylinders.push_back({.x_mm = between(0.0, 1.5),
                               .y_mm = between(0.0, 1.0),
                               .top_mm = 0.0,
                               .radius_mm = 0.04,
                               .thickness_mm = 1.5,
                               .slant_x = between(-1.0, 1.0),
                               .absorption_per_mm = times(1.0)});
    patch.streaks.push_back({.x_mm = between(0.0, 1.5),
                             .y_mm = between(0.0, 1.0),
                             .depth_mm = 0.2,
                             .end_x_mm = between(0.0, 1.5),
                             .end_y_mm = between(0.0, 1.0),
                             .end_depth_mm = 0.5,
                             .sigma_mm = 0.04,
                             .peak_absorption_per_mm = times(1.0)});
    return patch;
}

transport::Patch mirrored(transport::Patch patch) {
    for (transport::PatchDot& dot : patch.dots)
        dot.x_mm = patch.width_mm - dot.x_mm, dot.slant_x = -dot.slant_x, dot.azimuth_deg = -dot.azimuth_deg;
    for (transport::PatchCylinder& hair : patch.cylinders)
        hair.x_mm = patch.width_mm - hair.x_mm, hair.slant_x = -hair.slant_x;
    for (transport::PatchStreak& streak : patch.streaks)
        streak.x_mm = patch.width_mm - streak.x_mm, streak.end_x_mm = patch.width_mm - streak.end_x_mm;
    return patch;
}

void strengthen(std::vector<Row>& rows, Context& context) {
    const auto ours = transport::replay_patch_faster(
        context.device(), drawn_scene(context.seed(), {1.0, 5.0, 25.0, 125.0}), paths, context.seed(),
        [&](double done) { context.progress(0.2 * done); });
    for (std::size_t i = 1; i < ours.ratio.size(); ++i) {
        double most = -1.0;
        for (std::size_t point = 0; point < ours.ratio[i].size(); ++point)
            most = std::max(most, ours.ratio[i][point] - ours.ratio[i - 1][point]);
        rows.push_back({fmt::format("drawn scene: largest change with 5 × the ink, {}", i),
                        most,
                        {},
                        {.at_most = 0.0},
                        "monotonic in ink"});
    }
}

void mirror(std::vector<Row>& rows, Context& context) {
    const transport::Patch scene = drawn_scene(context.seed(), {20.0});
    const auto one = transport::replay_patch_faster(context.device(), scene, paths, context.seed(),
                                                    [&](double done) { context.progress(0.2 + 0.2 * done); });
    const auto other =
        transport::replay_patch_faster(context.device(), mirrored(scene), paths, context.seed() + 1,
                                       [&](double done) { context.progress(0.4 + 0.2 * done); });
    const auto columns = static_cast<std::size_t>(scene.columns);
    for (std::size_t row = 0; row < static_cast<std::size_t>(scene.rows); ++row) {
        // A point a row: neighbours share their paths and would only repeat each other.
        const std::size_t at = row * columns + row, opposite = row * columns + columns - 1 - row;
        rows.push_back(
            {fmt::format("drawn scene, row {}: mirrored", row + 1),
             other.ratio[0][opposite],
             one.ratio[0][at],
             {.standard_errors = 3,
              .standard_error = std::hypot(one.standard_error[0][at], other.standard_error[0][opposite])},
             "mirrored scene"});
    }
}

/// Deep in weakly absorbing tissue light is diffuse and only μs(1 − g) counts (Wyman, Patterson & Wilson
/// 1989). What the surface sees of the first steps stays different, by some thousandths here.
void reduce_scattering(std::vector<Row>& rows, Context& context) {
    const auto look = [&](double anisotropy, double scattering, double begin) {
        transport::Patch patch;
        patch.wavelengths_nm = {550};
        patch.stacks = {half_space(1.4, anisotropy, 0.02, scattering)};
        patch.width_mm = 4.0, patch.height_mm = 1.0;
        patch.columns = 2;
        patch.dots = {{.x_mm = 1.0,
                       .y_mm = 0.5,
                       .depth_mm = 1.2,
                       .sigma_mm = 0.4,
                       .sigma_z_mm = 0.1,
                       .peak_absorption_per_mm = {20.0}}};
        return transport::replay_patch_faster(context.device(), patch, 4 * paths, context.seed(),
                                              [&](double done) { context.progress(begin + 0.2 * done); });
    };
    const auto forward = look(0.8, 40.0, 0.6), isotropic = look(0.0, 8.0, 0.8);
    constexpr const char* places[] = {"over a deep dot", "2 mm aside"};
    for (std::size_t i = 0; i < 2; ++i)
        rows.push_back(
            {fmt::format("g 0.8 against isotropic, {}", places[i]),
             forward.ratio[0][i],
             isotropic.ratio[0][i],
             {.absolute = 0.006,
              .standard_errors = 3,
              .standard_error = std::hypot(forward.standard_error[0][i], isotropic.standard_error[0][i])},
             "similarity"});
}

std::vector<Row> rows_of(Context& context) {
    std::vector<Row> rows;
    strengthen(rows, context);
    mirror(rows, context);
    reduce_scattering(rows, context);
    judge_together(rows, 4);
    return rows;
}

} // namespace

Family scenes() {
    return {"scenes", "inked patches: more ink is darker, mirrors mirror, deep light forgets g", 15.0,
            rows_of};
}

} // namespace healed::validation
