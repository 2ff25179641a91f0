#include "commands.h"

#include "shot_options.h"

#include "base/error.h"
#include "base/image.h"
#include "base/json.h"
#include "color/flip.h"
#include "color/srgb.h"

#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

struct Options {
    std::string reference, test, map;
    double pixels_per_degree = 67.0;
    bool json = false;
};

/// Lightness L* is a hundred times the metric, so that the map is as grey as the difference is large.
ByteImage as_grey(const FloatImage& map) {
    ByteImage grey(map.width, map.height, 3);
    for (std::size_t i = 0; i < map.values.size(); ++i) {
        const double luminance =
            color::xyz_from_lab({100.0 * map.values[i], 0.0, 0.0}, color::srgb_white()).y;
        const auto bytes = color::srgb_bytes({luminance, luminance, luminance});
        std::copy(bytes.begin(), bytes.end(), grey.values.begin() + static_cast<std::ptrdiff_t>(3 * i));
    }
    return grey;
}

void print(const color::FlipFigures& figures, const Options& options) {
    const nlohmann::ordered_json json{{"reference", options.reference},
                                      {"test", options.test},
                                      {"pixels_per_degree", options.pixels_per_degree},
                                      {"mean", figures.mean},
                                      {"percentile_25", figures.percentile_25},
                                      {"median", figures.median},
                                      {"percentile_75", figures.percentile_75},
                                      {"percentile_95", figures.percentile_95},
                                      {"max", figures.greatest}};
    if (options.json)
        fmt::print("{}\n", json.dump(2));
    else
        for (const char* name : {"mean", "percentile_25", "median", "percentile_75", "percentile_95", "max"})
            fmt::print("{:<14} {:.4f}\n", name, json[name].get<double>());
}

void run(const Options& options) {
    if (!options.map.empty())
        require_picture_output(options.map);
    const ByteImage reference = read_picture(options.reference), test = read_picture(options.test);
    if (reference.width != test.width || reference.height != test.height)
        fail("{}: is {}x{} pixels, {} is {}x{}; both must be of one size", options.test, test.width,
             test.height, options.reference, reference.width, reference.height);
    const FloatImage map = color::flip(reference, test, options.pixels_per_degree);
    if (!options.map.empty())
        write_picture(options.map, as_grey(map),
                      {{"Comment", fmt::format("FLIP difference of two pictures at {:g} pixels per degree; "
                                               "lightness L* is 100 times the difference",
                                               options.pixels_per_degree)}});
    print(color::figures_of(map), options);
}

} // namespace

void declare_flip(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        program.add_subcommand("flip", "What one notices who flips between two pictures, 0 … 1");
    command->add_option("reference", options->reference, "Picture: .png or .jpg")->required();
    command->add_option("test", options->test, "Another one of the same size")->required();
    command
        ->add_option("--pixels-per-degree", options->pixels_per_degree,
                     "How fine the pictures are to the eye; 67 is a screen of 3840 pixels on 0.7 m seen "
                     "from 0.7 m")
        ->check(CLI::Range(1.0, 1000.0))
        ->capture_default_str();
    command->add_option("--map", options->map,
                        "Picture of the differences, .png or .jpg: L* is 100 times each");
    command->add_flag("--json", options->json, "For machines");
    command->footer("The FLIP metric of Andersson et al., High Performance Graphics 2020.\n"
                    "Examples:\n  healed flip exact.png fast.png\n"
                    "  healed flip exact.png fast.png --pixels-per-degree 40 --map difference.png --json");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli
