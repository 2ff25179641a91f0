#include "base/file.h"
#include "base/stopwatch.h"
#include "figure.h"
#include "skin/optics.h"
#include "transport/optics.h"
#include "transport/path_replay.h"
#include "transport/scalar_walk.h"
#include "transport/skin_tables.h"

#include <limits>
#include <span>

namespace healed::cli {

namespace {

constexpr double walked_nm = 600.0;

skin::Skin skin_of_type(const std::string& type) {
    const std::filesystem::path assets = assets_folder();
    return skin::Skin(skin::load_preset(assets, type).settings, skin::load_haemoglobin(assets));
}

/// The walk of `healed optics` against the same physics as plain C++ on one thread.
Figures walk_against_scalar(const gpu::Device& device, const skin::OpticalStack& stack,
                            const std::string& name, std::uint64_t photons) {
    const std::uint64_t scalar_photons = photons / 8;
    const auto walk = [&](std::uint64_t count) {
        transport::walk_optics(device, std::span(&stack, 1), transport::Incidence::Diffuse, count, 1, {});
    };
    walk(1'000); // compiles the kernel
    const Stopwatch scalar_watch;
    const transport::ScalarWalk scalar =
        transport::scalar_walk(stack, transport::Incidence::Diffuse, scalar_photons, 1);
    const double scalar_s = scalar_watch.cpu_s();
    const Stopwatch watch;
    walk(photons);
    const double device_s = watch.cpu_s(), device_wall_s = watch.wall_s();
    const double steps = static_cast<double>(scalar.events) / static_cast<double>(scalar_photons);
    const double rate = static_cast<double>(photons) / device_s;
    const double scalar_rate = static_cast<double>(scalar_photons) / scalar_s;
    const std::string where = "walk, " + name + ": ";
    return {{where + "steps per path", steps, "1", {}},
            {where + "scalar C++", scalar_rate, "paths per CPU-s", {}},
            {where + "scalar C++", 1e-6 * scalar_rate * steps, "M steps per CPU-s", {}},
            {where + "device", rate, "paths per CPU-s", {}},
            {where + "device", 1e-6 * rate * steps, "M steps per CPU-s", {}},
            {where + "device, on the clock",
             1e-6 * static_cast<double>(photons) / device_wall_s * steps,
             "M steps per s",
             {}},
            {where + "device over scalar C++, per core", rate / scalar_rate, "1", Bound{3.0, true}}};
}

} // namespace

Figures time_walk(const gpu::Device& device, const Progress& progress) {
    Figures figures =
        walk_against_scalar(device, skin_of_type("III").stack_at(walked_nm), "skin III at 600 nm", 120'000);
    progress(0.6);
    const skin::OpticalStack half_space{
        .index_below = 1.4, .layers = {{std::numeric_limits<double>::infinity(), 1.4, 0.8, 0.2, 10.0}}};
    const Figures more = walk_against_scalar(device, half_space, "half-space", 400'000);
    figures.insert(figures.end(), more.begin(), more.end());
    return figures;
}

Figures time_bake(const gpu::Device& device, const Progress& progress) {
    const skin::Skin skin = skin_of_type("III");
    Figures figures;
    const auto bake = [&](const std::string& name, transport::BakeQuality quality, double from, double to,
                          std::optional<Bound> asked) {
        const Stopwatch watch;
        const transport::SkinTables tables = transport::bake_skin_tables(
            device, skin, quality, 1, [&](double done) { progress(from + (to - from) * done); });
        figures.push_back({"bake of a skin, " + name, watch.cpu_s(), "CPU-s", {}});
        figures.push_back({"bake of a skin, " + name + ", on the clock", watch.wall_s(), "s", asked});
        const Stopwatch band_watch;
        transport::band_tables(tables, 0.025);
        if (quality == transport::BakeQuality::Draft)
            figures.push_back({"its laws for one size of texel", band_watch.cpu_s(), "CPU-s", {}});
    };
    bake("draft", transport::BakeQuality::Draft, 0.0, 0.2, Bound{2.0, false});
    bake("final", transport::BakeQuality::Final, 0.2, 1.0, {});
    return figures;
}

Figures time_patch(const gpu::Device& device, const Progress& progress) {
    constexpr std::uint64_t paths = 2'000;
    transport::Patch patch{.width_mm = 3.0, .height_mm = 3.0, .columns = 4, .rows = 4, .periodic = true};
    patch.wavelengths_nm = {walked_nm};
    patch.stacks = {skin_of_type("III").stack_at(walked_nm)};
    for (int i = 0; i < 16; ++i)
        patch.dots.push_back({0.375 + 0.75 * (i % 4), 0.375 + 0.75 * (i / 4), 0.27, 0.05, 0.08, 0.0, 0.0,
                              std::vector<double>{30.0}});
    const Stopwatch watch;
    transport::replay_patch(patch, paths, 1, [&](double done) { progress(0.2 * done); });
    const double processor = paths / watch.cpu_s();
    const Stopwatch device_watch;
    transport::replay_patch(device, patch, paths, 1, [&](double done) { progress(0.2 + 0.8 * done); });
    return {{"exact patch, 16 dots, 16 points, on the processor", processor, "paths per CPU-s", {}},
            {"exact patch, 16 dots, 16 points, on the device",
             paths / device_watch.cpu_s(),
             "paths per CPU-s",
             {}}};
}

} // namespace healed::cli
