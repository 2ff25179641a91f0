#include "commands.h"

#include "progress_bar.h"

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "gpu/device.h"
#include "transport/fast_patch.h"
#include "transport/patch_colour.h"
#include "transport/path_replay.h"

#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

constexpr const char* help = R"(PATCH.json:
  {"skin": {"type": "II"}, "size_mm": [1.6, 1.6], "grid": [16, 16], "periodic": true,
   "wavelengths_nm": [420, 550, 680], "incidence": "diffuse", "paths": 20000, "seed": 1,
   "dots": [{"x_mm": 0.4, "y_mm": 0.4, "depth_mm": 0.27, "sigma_mm": 0.06, "sigma_z_mm": 0.08,
             "peak_absorption_per_mm": [12, 10, 9]}],
   "cylinders": [{"x_mm": 1.2, "y_mm": 1.2, "top_mm": 0, "radius_mm": 0.035, "thickness_mm": 1.5,
                  "absorption_per_mm": [20, 10, 5]}],
   "sheets": [{"top_mm": 0.8, "thickness_mm": 0.1, "absorption_per_mm": [0.2, 0.1, 0.1]}],
   "streaks": [{"x_mm": 0.4, "y_mm": 1.2, "depth_mm": 0.2, "end_x_mm": 0.7, "end_y_mm": 1.2,
                "end_depth_mm": 0.4, "sigma_mm": 0.04, "peak_absorption_per_mm": [12, 10, 9]}]}
skin is a type, or parameters ({"melanin_fraction": 0.03, "blood_fraction": 0.006, "saturation": 0.7}, also
scattering_factor, baseline_factor, epidermis_mm, papillary_mm, reticular_mm, refractive_index), or {"layers": […],
"n_above": 1, "n_below": 1} with layers as in healed optics. Spectra have one value a wavelength, in any order of
wavelengths; wavelengths at which the skin scatters alike share their paths. x runs to the right and y down from the
patch's upper left corner; grid points are at cell centres; ink may lie outside of the patch. A patch that is not
periodic lies in skin without other ink.
Dots are Gaussian, cylinders and sheets even, streaks Gaussian across and even along. Dots and cylinders may lean:
slant_x, slant_y are mm sideways per mm of depth, about a dot's centre and a cylinder's top. Cuts through a dot at one
depth are round, or with sigma_y_mm ellipses: sigma_mm along azimuth_deg (from x towards y), sigma_y_mm across.
diffuse: how bright a point is under an even sky. normal: how much of a beam that falls on the point along the normal
comes back, which by reciprocity is how bright the point looks from straight above under an even sky.
The answer: bare is the reflectance without ink and without the surface's mirror image (adding-doubling); ratio is inked
over bare as [wavelength][row][column]; standard_error is of ratio, for exact only, and its paths are shared by all
points; lab is under D65 for the 2° observer, null where the wavelengths do not span 420 … 680 nm. Between the
wavelengths ratio is linear, beyond them level; the bare spectrum is known at all of them for a type or parameters, and
interpolated likewise for layers.
Examples:
  healed patch patch.json --method exact
  healed patch patch.json --method exact --device cpu
  healed patch patch.json --method fast --json)";

struct Options {
    std::string patch;
    std::string method;
    std::string device = "auto";
    bool json = true;
};

/// The device where it is asked for, or is the faster one; else the processor.
std::unique_ptr<gpu::Device> device_for(const std::string& wanted) {
    if (wanted == "cpu")
        return nullptr;
    try {
        auto device = std::make_unique<gpu::Device>();
        return wanted == "gpu" || transport::replays_faster_than_processor(*device) ? std::move(device)
                                                                                    : nullptr;
    } catch (const Error&) {
        if (wanted == "gpu")
            throw;
        return nullptr;
    }
}

transport::PatchReflectance exactly(const transport::PatchFile& file, const Options& options) {
    const std::unique_ptr<gpu::Device> device = device_for(options.device);
    ProgressBar bar("Replaying paths");
    const Progress progress = bar.part(0.0, 1.0);
    try {
        return device ? transport::replay_patch(*device, file.patch, file.paths, file.seed, progress)
                      : transport::replay_patch(file.patch, file.paths, file.seed, progress);
    } catch (const Error& problem) {
        fail("{}: {}", options.patch, problem.what());
    }
}

transport::PatchReflectance reflectance_of(const transport::PatchFile& file, const Options& options) {
    if (options.method == "exact")
        return exactly(file, options);
    ProgressBar bar("Following light");
    return transport::fast_patch(gpu::Device(), file.patch, bar.part(0.0, 1.0));
}

/// [wavelength][row][column].
Json on_grid(const transport::Patch& patch, const std::vector<std::vector<double>>& values) {
    Json wavelengths = Json::array();
    const auto columns = static_cast<std::ptrdiff_t>(patch.columns);
    for (const std::vector<double>& points : values) {
        Json rows = Json::array();
        for (auto row = points.begin(); row != points.end(); row += columns)
            rows.push_back(std::vector<double>(row, row + columns));
        wavelengths.push_back(std::move(rows));
    }
    return wavelengths;
}

Json lab_on_grid(const transport::PatchFile& file, const transport::PatchReflectance& reflectance) {
    if (!transport::spans_colour(file.patch.wavelengths_nm))
        return nullptr;
    const color::Viewing viewing = color::load_daylight_viewing(assets_folder());
    Json rows = Json::array();
    for (const color::Lab& lab : transport::patch_lab(file, reflectance, viewing)) {
        if (rows.empty() || rows.back().size() == static_cast<std::size_t>(file.patch.columns))
            rows.push_back(Json::array());
        rows.back().push_back({lab.l, lab.a, lab.b});
    }
    return rows;
}

void run(const Options& options) {
    const transport::PatchFile file = transport::read_patch(options.patch, assets_folder());
    const std::vector<double> bare = transport::bare_reflectance(file.patch);
    for (std::size_t i = 0; i < bare.size(); ++i)
        if (bare[i] < 1e-9)
            fail("{}: skin: sends no light back at {} nm, so nothing can be darker", options.patch,
                 file.patch.wavelengths_nm[i]);
    transport::PatchReflectance reflectance = reflectance_of(file, options);
    reflectance.bare = bare;
    nlohmann::ordered_json json{{"wavelength_nm", file.patch.wavelengths_nm},
                                {"bare", reflectance.bare},
                                {"ratio", on_grid(file.patch, reflectance.ratio)}};
    if (!reflectance.standard_error.empty())
        json["standard_error"] = on_grid(file.patch, reflectance.standard_error);
    json["lab"] = lab_on_grid(file, reflectance);
    fmt::print("{}\n", json.dump());
}

} // namespace

void declare_patch(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        program.add_subcommand("patch", "Reflectance and colour of a flat patch of inked skin");
    command->add_option("patch", options->patch, "PATCH.json: skin, ink in it, and where to look")
        ->required();
    command
        ->add_option("--method", options->method, "exact replays paths of light; fast is the pictures' model")
        ->required()
        ->check(CLI::IsMember({"exact", "fast"}));
    command
        ->add_option(
            "--device", options->device,
            "Where exact runs: gpu (software Vulkan too), cpu, or auto: a real GPU where there is one, "
            "else the processor, which is several times faster than software Vulkan")
        ->capture_default_str()
        ->check(CLI::IsMember({"auto", "cpu", "gpu"}));
    command->add_flag("--json", options->json, "For machines; the answer is JSON with and without it");
    command->footer(help);
    command->callback([options] { run(*options); });
}

} // namespace healed::cli
