#include "transport/fast_patch.h"

#include "transport/adding_doubling.h"
#include "transport/ink_field.h"
#include "transport/patch_windows.h"
#include "transport/round_dots.h"
#include "transport/stack_legs.h"
#include "transport/wide_dots.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace healed::transport {

namespace {

/// Photons a wavelength that the tables are tallied from.
constexpr std::uint32_t photons = 24'000;
constexpr std::uint32_t walk_seed = 20'240;
/// Of the whole work, what walking and tallying takes.
constexpr double walking_share = 0.5;

float narrow(double value) {
    return static_cast<float>(value);
}

/// Values of four wavelengths from `first`; beyond the last they repeat it.
glm::vec4 four_of(const std::vector<double>& spectrum, std::size_t first, double factor) {
    glm::vec4 four;
    for (std::size_t i = 0; i < 4; ++i)
        four[static_cast<int>(i)] = narrow(factor * spectrum[std::min(first + i, spectrum.size() - 1)]);
    return four;
}

BinnedAbsorbers bin_patch(const Patch& patch, const PatchWindow& window, std::size_t first) {
    const glm::dvec2 corner = window.corner_mm;
    ColumnBinning binning(window.field,
                          patch.periodic ? glm::vec2(patch.width_mm, patch.height_mm) : glm::vec2(0.0f));
    for (const PatchDot& d : patch.dots) {
        const double volume = std::pow(2.0 * std::numbers::pi, 1.5) * d.sigma_mm * d.sigma_mm * d.sigma_z_mm;
        binning.add(DotAbsorber{.x_mm = narrow(d.x_mm - corner.x),
                                .y_mm = narrow(d.y_mm - corner.y),
                                .slant_x = narrow(d.slant_x),
                                .slant_y = narrow(d.slant_y),
                                .depth_mm = narrow(d.depth_mm),
                                .sigma_mm = narrow(d.sigma_mm),
                                .sigma_z_mm = narrow(d.sigma_z_mm),
                                .absorbing_area_mm2 = {}},
                    four_of(d.peak_absorption_per_mm, first, volume));
    }
    for (const PatchCylinder& c : patch.cylinders)
        binning.add(ShaftAbsorber{.x_mm = narrow(c.x_mm - corner.x),
                                  .y_mm = narrow(c.y_mm - corner.y),
                                  .slant_x = narrow(c.slant_x),
                                  .slant_y = narrow(c.slant_y),
                                  .radius_mm = narrow(c.radius_mm),
                                  .top_mm = narrow(c.top_mm),
                                  .bottom_mm = narrow(c.top_mm + c.thickness_mm),
                                  .absorption_per_mm = {}},
                    four_of(c.absorption_per_mm, first, 1.0));
    for (const PatchSheet& s : patch.sheets)
        binning.add_sheet(narrow(s.top_mm), narrow(s.thickness_mm), four_of(s.absorption_per_mm, first, 1.0));
    return binning.finished();
}

/// Cubic through four neighbours (Catmull & Rom 1974), weights for a place 0 … 1 between the middle two.
glm::vec4 cubic_weights(float t) {
    return 0.5f * glm::vec4(t * (-1.0f + t * (2.0f - t)), 2.0f + t * t * (-5.0f + 3.0f * t),
                            t * (1.0f + t * (4.0f - 3.0f * t)), t * t * (t - 1.0f));
}

/// The field between texels' middles.
glm::vec4 value_at(const FieldWindow& field, const std::vector<glm::vec4>& texels, glm::dvec2 place_mm) {
    const glm::dvec2 place = place_mm / static_cast<double>(field.texel_mm) - 0.5;
    const glm::ivec2 low(glm::floor(place)), size(field.columns, field.rows);
    const glm::vec4 across = cubic_weights(narrow(place.x - low.x));
    const glm::vec4 down = cubic_weights(narrow(place.y - low.y));
    const auto within = [&](int i, int side) {
        return static_cast<std::size_t>(field.periodic ? (i % side + side) % side
                                                       : std::clamp(i, 0, side - 1));
    };
    glm::vec4 value(0.0f);
    for (int j = 0; j < 4; ++j)
        for (int i = 0; i < 4; ++i)
            value += across[i] * down[j] *
                     texels[within(low.y + j - 1, size.y) * field.columns + within(low.x + i - 1, size.x)];
    return value;
}

/// R/R0 in the window at four wavelengths from `first`, whose legs come first in `legs`.
std::vector<glm::vec4> evaluated(InkField& field, std::span<const StackLegs> legs, const Patch& patch,
                                 const PatchWindow& window, std::size_t first) {
    std::vector<SliceTables> lamp, eye;
    for (std::size_t i = 0; i < 4; ++i) {
        const StackLegs& l = legs[std::min(i, legs.size() - 1)];
        const double texel = window.field.texel_mm;
        if (patch.incidence == Incidence::Diffuse) {
            lamp.push_back(slice_tables(l.far, texel));
        } else {
            lamp.push_back(slice_tables(l.far, l.near, texel));
            eye.push_back(slice_tables(l.near, l.far, texel));
        }
    }
    const FourTables four(lamp);
    return field.evaluate(four, eye.empty() ? four : FourTables(eye), bin_patch(patch, window, first));
}

} // namespace

PatchReflectance fast_patch(const gpu::Device& device, const Patch& asked, const Progress& progress) {
    const Patch patch = with_wide_dots_as_sheets(with_round_dots(asked));
    const std::size_t wavelengths = patch.wavelengths_nm.size();
    PatchReflectance result;
    std::vector<StackLegs> legs;
    const auto told = [&](double done) {
        if (progress)
            progress(done);
    };
    for (std::size_t i = 0; i < wavelengths; ++i) {
        legs.push_back(cached_stack_legs(device, patch.stacks[i], patch.incidence, photons, walk_seed));
        const PlaneReflectance bare = plane_reflectance(patch.stacks[i]);
        result.bare.push_back(patch.incidence == Incidence::Diffuse ? bare.reflectance_diffuse
                                                                    : bare.reflectance_normal);
        told(walking_share * static_cast<double>(i + 1) / static_cast<double>(wavelengths));
    }
    result.ratio.assign(wavelengths,
                        std::vector<double>(static_cast<std::size_t>(patch.columns * patch.rows)));
    const std::vector<PatchWindow> windows = patch_windows(patch);
    for (std::size_t w = 0; w < windows.size(); ++w) {
        const PatchWindow& window = windows[w];
        InkField field(device, window.field);
        for (std::size_t first = 0; first < wavelengths; first += 4) {
            const std::vector<glm::vec4> texels =
                evaluated(field, std::span(legs).subspan(first), patch, window, first);
            for (const std::size_t point : window.points) {
                const glm::vec4 value =
                    value_at(window.field, texels, point_mm(patch, point) - window.corner_mm);
                for (std::size_t i = 0; i < 4 && first + i < wavelengths; ++i)
                    result.ratio[first + i][point] = std::clamp(value[static_cast<int>(i)], 0.0f, 1.0f);
            }
            told(walking_share +
                 (1.0 - walking_share) *
                     (static_cast<double>(w) + static_cast<double>(std::min(first + 4, wavelengths)) /
                                                   static_cast<double>(wavelengths)) /
                     static_cast<double>(windows.size()));
        }
    }
    return result;
}

} // namespace healed::transport
