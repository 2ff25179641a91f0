#include "validation/fast_against_exact.h"

#include "color/lab.h"
#include "skin/settings.h"
#include "transport/adding_doubling.h"
#include "transport/fast_patch.h"
#include "transport/path_replay.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <numeric>

namespace healed::validation {

namespace {

using transport::PatchReflectance;

/// Colour of one point: the bare spectrum times the ratio, which is linear between the patch's wavelengths
/// and level beyond them.
color::Lab lab_of(const color::Spectrum& bare, const std::vector<double>& wavelengths_nm,
                  const PatchReflectance& patch, std::size_t point, const color::Viewing& viewing) {
    color::Spectrum reflectance = bare;
    for (std::size_t i = 0; i < reflectance.size(); ++i) {
        const double nm = std::clamp(color::wavelength_nm(i), wavelengths_nm.front(), wavelengths_nm.back());
        const auto above = std::max(std::lower_bound(wavelengths_nm.begin(), wavelengths_nm.end(), nm),
                                    wavelengths_nm.begin() + 1);
        const auto k = static_cast<std::size_t>(above - wavelengths_nm.begin());
        const double t = (nm - wavelengths_nm[k - 1]) / (wavelengths_nm[k] - wavelengths_nm[k - 1]);
        reflectance[i] *= std::lerp(patch.ratio[k - 1][point], patch.ratio[k][point], t);
    }
    return color::lab_from_xyz(viewing.xyz(reflectance), viewing.white());
}

SceneError compared(const PatchScene& scene, const PatchReflectance& exact, const PatchReflectance& fast,
                    const color::Spectrum& bare, const color::Viewing& viewing) {
    SceneError error{.scene = scene};
    const std::vector<double>& wavelengths = scene.patch.wavelengths_nm;
    const std::size_t points = exact.ratio.front().size();
    double squares = 0.0, noise = 0.0;
    for (std::size_t w = 0; w < wavelengths.size(); ++w) {
        double here = 0.0;
        for (std::size_t i = 0; i < points; ++i) {
            here += std::pow(fast.ratio[w][i] - exact.ratio[w][i], 2.0);
            noise += std::pow(exact.standard_error[w][i], 2.0);
        }
        squares += here;
        const double rms = std::sqrt(here / static_cast<double>(points));
        if (rms > error.worst_rms)
            error.worst_rms = rms, error.worst_nm = wavelengths[w];
    }
    const double count = static_cast<double>(points * wavelengths.size());
    error.rms = std::sqrt(squares / count);
    error.noise = std::sqrt(noise / count);
    for (std::size_t i = 0; i < points; ++i)
        error.delta_e_2000.push_back(color::delta_e_2000(lab_of(bare, wavelengths, exact, i, viewing),
                                                         lab_of(bare, wavelengths, fast, i, viewing)));
    return error;
}

/// Smallest value that the given share of the weight lies at or below.
double weighted_percentile(std::vector<std::pair<double, double>> value_and_weight, double share) {
    std::sort(value_and_weight.begin(), value_and_weight.end());
    double all = 0.0, below = 0.0;
    for (const auto& [value, weight] : value_and_weight)
        all += weight;
    for (const auto& [value, weight] : value_and_weight)
        if ((below += weight) >= share * all)
            return value;
    return value_and_weight.empty() ? 0.0 : value_and_weight.back().first;
}

} // namespace

double SceneError::mean_delta_e() const {
    return std::accumulate(delta_e_2000.begin(), delta_e_2000.end(), 0.0) /
           static_cast<double>(delta_e_2000.size());
}

double SceneError::percentile_delta_e(double share) const {
    std::vector<std::pair<double, double>> values;
    for (const double d : delta_e_2000)
        values.emplace_back(d, 1.0);
    return weighted_percentile(values, share);
}

FamilyError fast_against_exact(const gpu::Device& device, const std::filesystem::path& assets,
                               const std::vector<PatchScene>& scenes, std::uint64_t paths, std::uint32_t seed,
                               const Progress& progress) {
    const color::Viewing viewing = color::load_daylight_viewing(assets);
    const skin::Haemoglobin haemoglobin = skin::load_haemoglobin(assets);
    std::map<std::string, color::Spectrum> bare;
    FamilyError errors;
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        const PatchScene& scene = scenes[i];
        const auto part = [&](double from, double share) {
            return [&progress, from, share, i, count = scenes.size()](double done) {
                if (progress)
                    progress((static_cast<double>(i) + from + share * done) / static_cast<double>(count));
            };
        };
        if (!bare.contains(scene.skin))
            bare[scene.skin] = transport::bare_reflectance(
                skin::Skin(skin::load_preset(assets, scene.skin).settings, haemoglobin));
        const PatchReflectance exact =
            transport::replay_patch_faster(device, scene.patch, paths, seed, part(0.0, 0.6));
        const PatchReflectance fast = transport::fast_patch(device, scene.patch, part(0.6, 0.4));
        errors.scenes.push_back(compared(scene, exact, fast, bare[scene.skin], viewing));
    }
    std::vector<std::pair<double, double>> differences;
    for (const SceneError& scene : errors.scenes) {
        errors.rms += scene.rms * scene.rms / static_cast<double>(scenes.size());
        errors.mean_delta_e += scene.mean_delta_e() / static_cast<double>(scenes.size());
        for (const double d : scene.delta_e_2000)
            differences.emplace_back(d, 1.0 / static_cast<double>(scene.delta_e_2000.size()));
    }
    errors.rms = std::sqrt(errors.rms);
    errors.delta_e_95 = weighted_percentile(std::move(differences), 0.95);
    std::stable_sort(errors.scenes.begin(), errors.scenes.end(),
                     [](const SceneError& a, const SceneError& b) { return a.rms > b.rms; });
    return errors;
}

SceneColours colours_of(const gpu::Device& device, const std::filesystem::path& assets, PatchScene scene,
                        int points_a_side, std::uint64_t paths, std::uint32_t seed,
                        const Progress& progress) {
    scene.patch.columns = scene.patch.rows = points_a_side;
    const color::Viewing viewing = color::load_daylight_viewing(assets);
    const color::Spectrum bare = transport::bare_reflectance(
        skin::Skin(skin::load_preset(assets, scene.skin).settings, skin::load_haemoglobin(assets)));
    const PatchReflectance exact = transport::replay_patch_faster(device, scene.patch, paths, seed,
                                                                  [&](double done) { progress(0.8 * done); });
    const PatchReflectance fast =
        transport::fast_patch(device, scene.patch, [&](double done) { progress(0.8 + 0.2 * done); });
    SceneColours colours;
    for (std::size_t i = 0; i < exact.ratio.front().size(); ++i) {
        colours.exact.push_back(lab_of(bare, scene.patch.wavelengths_nm, exact, i, viewing));
        colours.fast.push_back(lab_of(bare, scene.patch.wavelengths_nm, fast, i, viewing));
    }
    return colours;
}

std::string table_of(const FamilyError& errors) {
    std::string table = "| scene | skin | rms R/R0 | of it noise | worst wavelength | mean ΔE2000 | 95 % |\n"
                        "|---|---|---|---|---|---|---|\n";
    for (const SceneError& s : errors.scenes)
        table += fmt::format("| {} | {} | {:.4f} | {:.4f} | {:.4f} at {:.0f} nm | {:.2f} | {:.2f} |\n",
                             s.scene.name, s.scene.skin, s.rms, s.noise, s.worst_rms, s.worst_nm,
                             s.mean_delta_e(), s.percentile_delta_e(0.95));
    return table + fmt::format("| **all {}** | | **{:.4f}** | | | **{:.2f}** | **{:.2f}** |\n",
                               errors.scenes.size(), errors.rms, errors.mean_delta_e, errors.delta_e_95);
}

} // namespace healed::validation
