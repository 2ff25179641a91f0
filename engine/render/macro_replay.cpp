#include "render/macro_replay.h"

#include "transport/path_replay.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <glm/gtc/packing.hpp>
#include <numbers>

namespace healed::render {

namespace {

constexpr std::uint32_t first_seed = 70'001;

std::vector<double> in_double(const transport::BandValues& values, double factor) {
    std::vector<double> all(values.begin(), values.end());
    for (double& value : all)
        value *= factor;
    return all;
}

/// `corner` is the part's upper left one in the window, mm.
transport::PatchDot patch_dot(const transport::DotAbsorber& dot, glm::dvec2 corner) {
    const double sigma = dot.sigma_mm, sigma_z = dot.sigma_z_mm;
    const double volume = std::pow(2.0 * std::numbers::pi, 1.5) * sigma * sigma * sigma_z;
    return {.x_mm = dot.x_mm - corner.x,
            .y_mm = dot.y_mm - corner.y,
            .depth_mm = dot.depth_mm,
            .sigma_mm = sigma,
            .sigma_z_mm = sigma_z,
            .slant_x = dot.slant_x,
            .slant_y = dot.slant_y,
            .peak_absorption_per_mm = in_double(dot.absorbing_area_mm2, 1.0 / volume)};
}

transport::PatchCylinder patch_cylinder(const transport::ShaftAbsorber& shaft, glm::dvec2 corner) {
    return {.x_mm = shaft.x_mm - corner.x,
            .y_mm = shaft.y_mm - corner.y,
            .top_mm = shaft.top_mm,
            .radius_mm = shaft.radius_mm,
            .thickness_mm = shaft.bottom_mm - shaft.top_mm,
            .slant_x = shaft.slant_x,
            .slant_y = shaft.slant_y,
            .absorption_per_mm = in_double(shaft.absorption_per_mm, 1.0)};
}

transport::Patch patch_of(const MacroAbsorbers& absorbers, const skin::Skin& skin, WindowPart part) {
    const double texel = macro_window.texel_mm;
    const glm::dvec2 corner = texel * glm::dvec2(part.from), size = texel * glm::dvec2(part.size());
    transport::Patch patch{.wavelengths_nm = {transport::band_nm.begin(), transport::band_nm.end()},
                           .width_mm = size.x,
                           .height_mm = size.y,
                           .columns = static_cast<int>(part.size().x),
                           .rows = static_cast<int>(part.size().y),
                           .incidence = transport::Incidence::Diffuse};
    for (const double nm : transport::band_nm)
        patch.stacks.push_back(skin.stack_at(nm));
    for (const transport::DotAbsorber& dot : absorbers.dots)
        patch.dots.push_back(patch_dot(dot, corner));
    for (const transport::ShaftAbsorber& shaft : absorbers.shafts)
        patch.cylinders.push_back(patch_cylinder(shaft, corner));
    return patch;
}

} // namespace

MacroReplay::MacroReplay(const MacroAbsorbers& absorbers, const skin::Skin& skin, WindowPart part)
    : part_(part), patch_(patch_of(absorbers, skin, part)) {
    assert(part.size().x > 0 && part.size().y > 0);
    const std::size_t points = std::size_t{part.size().x} * part.size().y;
    weighted_.fill(std::vector<double>(points));
    squared_error_.fill(std::vector<double>(points));
}

void MacroReplay::follow_up_to(std::uint64_t paths, const gpu::Device& device, const Progress& progress) {
    const std::uint64_t from = paths_;
    while (paths_ < paths)
        add_round(device, [&](double of_round) {
            if (progress)
                progress(std::min(1.0, (static_cast<double>(paths_ - from) + of_round * paths_a_round) /
                                           static_cast<double>(paths - from)));
        });
}

// Rounds are independent, so their light adds up and so do the squares of their errors.
void MacroReplay::add_round(const gpu::Device& device, const Progress& progress) {
    const auto seed = first_seed + static_cast<std::uint32_t>(paths_ / paths_a_round);
    const transport::PatchReflectance round =
        transport::replay_patch_faster(device, patch_, paths_a_round, seed, progress);
    for (std::size_t band = 0; band < transport::band_count; ++band) {
        const double weight = round.bare[band];
        weight_[band] += weight;
        for (std::size_t point = 0; point < weighted_[band].size(); ++point) {
            weighted_[band][point] += weight * round.ratio[band][point];
            const double error = weight * round.standard_error[band][point];
            squared_error_[band][point] += error * error;
        }
    }
    paths_ += paths_a_round;
}

ReplayNoise MacroReplay::noise() const {
    ReplayNoise noise;
    double sum = 0.0;
    for (std::size_t band = 0; band < transport::band_count; ++band)
        for (const double squared : squared_error_[band]) {
            const double variance = squared / (weight_[band] * weight_[band]);
            sum += variance;
            noise.greatest = std::max(noise.greatest, std::sqrt(variance));
        }
    noise.rms = std::sqrt(sum / static_cast<double>(transport::band_count * weighted_[0].size()));
    return noise;
}

std::vector<double> MacroReplay::ratio(std::size_t band) const {
    std::vector<double> ratio = weighted_[band];
    for (double& value : ratio)
        value /= weight_[band];
    return ratio;
}

void MacroReplay::put_into(std::span<glm::u16vec4> texels) const {
    for (std::size_t band = 0; band < transport::band_count; ++band) {
        const std::vector<double> values = ratio(band);
        auto value = values.begin();
        for (std::uint32_t y = part_.from.y; y < part_.to.y; ++y)
            for (std::uint32_t x = part_.from.x; x < part_.to.x; ++x, ++value)
                texels[((band / 4) * macro_window.rows + y) * macro_window.columns + x]
                      [static_cast<int>(band % 4)] = glm::packHalf1x16(static_cast<float>(*value));
    }
}

} // namespace healed::render
