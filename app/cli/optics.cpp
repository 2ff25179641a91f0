#include "commands.h"

#include "medium.h"
#include "progress_bar.h"

#include "base/json.h"
#include "gpu/device.h"
#include "transport/optics.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <memory>
#include <span>

namespace healed::cli {

namespace {

/// Wavelengths walked at once: enough to fill a device, few enough to fit into its memory.
constexpr std::size_t wavelengths_a_walk = 16;

struct Options {
    std::string medium;
    double photons = 4e6;
    std::uint32_t seed = 1;
    bool json = true;
};

/// Another stream of random numbers for each walk of one run.
std::uint32_t seed_of_walk(std::uint32_t seed, std::size_t walk) {
    return seed ^ static_cast<std::uint32_t>(walk * 0x9e3779b9u);
}

void append(std::vector<double>& all, const std::vector<double>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

transport::OpticsResult walk(const Medium& medium, const Options& options) {
    const gpu::Device device;
    ProgressBar bar("Walking photons");
    transport::OpticsResult result;
    const std::span<const skin::OpticalStack> stacks(medium.stacks);
    const double total = static_cast<double>(stacks.size());
    for (std::size_t i = 0; i < stacks.size(); i += wavelengths_a_walk) {
        const std::size_t count = std::min(wavelengths_a_walk, stacks.size() - i);
        const double from = static_cast<double>(i) / total, to = static_cast<double>(i + count) / total;
        const transport::OpticsResult part = transport::walk_optics(
            device, stacks.subspan(i, count), medium.incidence, static_cast<std::uint64_t>(options.photons),
            seed_of_walk(options.seed, i / wavelengths_a_walk), bar.part(from, to));
        append(result.specular, part.specular);
        append(result.diffuse_reflectance, part.diffuse_reflectance);
        append(result.transmittance, part.transmittance);
        append(result.absorbed, part.absorbed);
        append(result.standard_error, part.standard_error);
        result.photons = part.photons;
    }
    return result;
}

void run(const Options& options) {
    const Medium medium = read_medium(options.medium);
    const transport::OpticsResult result = walk(medium, options);
    const nlohmann::ordered_json json{{"wavelength_nm", medium.wavelengths_nm},
                                      {"specular", result.specular},
                                      {"diffuse_reflectance", result.diffuse_reflectance},
                                      {"transmittance", result.transmittance},
                                      {"absorbed", result.absorbed},
                                      {"standard_error", result.standard_error},
                                      {"photons", result.photons}};
    fmt::print("{}\n", json.dump(2));
}

std::string whole_number(const std::string& text) {
    const double value = std::stod(text);
    return value == std::floor(value) ? std::string{} : text + " is not a whole number";
}

} // namespace

void declare_optics(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("optics", "Exact light transport through plane layers");
    command->add_option("medium", options->medium, "MEDIUM.json: layers between two clear media")->required();
    command->add_option("--photons", options->photons, "Photons walked per wavelength, e.g. 2e7")
        ->capture_default_str()
        ->check(CLI::Range(1.0, 4e9))
        ->check(whole_number);
    command->add_option("--seed", options->seed, "Same seed, same numbers on one device")
        ->capture_default_str();
    command->add_flag("--json", options->json, "For machines; the answer is JSON with and without it");
    command->footer(
        "MEDIUM.json:\n"
        "  {\"wavelengths_nm\": [550, 650], \"incidence\": \"normal\", \"n_above\": 1.0, \"n_below\": 1.0,\n"
        "   \"layers\": [{\"thickness_mm\": 0.2, \"n\": 1.4, \"g\": 0.8,\n"
        "               \"absorption_per_mm\": [1.0, 0.5], \"scattering_per_mm\": [20, 15]},\n"
        "              {\"thickness_mm\": \"inf\", \"n\": 1.4, \"g\": 0.8,\n"
        "               \"absorption_per_mm\": [0.1, 0.1], \"scattering_per_mm\": [18, 14]}]}\n"
        "The answer holds specular, diffuse_reflectance (without the specular part), transmittance and "
        "absorbed as\n"
        "shares of the light that falls on the stack, and the standard error of diffuse_reflectance.\n"
        "Examples:\n  healed optics medium.json\n  healed optics medium.json --photons 2e7 --seed 3 --json");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli
