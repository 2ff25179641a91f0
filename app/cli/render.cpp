#include "commands.h"

#include "interrupt.h"
#include "moments_option.h"
#include "progress_bar.h"
#include "shot_options.h"
#include "treated_head.h"

#include "base/file.h"
#include "portfolio/chart_labels.h"
#include "portfolio/clearing_picture.h"
#include "portfolio/labels.h"
#include "portfolio/provenance.h"
#include "portfolio/sitting.h"

#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

struct Options {
    std::string plan, output;
    std::string at = "healed";
    std::string quality = "final";
    std::uint64_t paths = 2000;
    ShotOptions shot{.camera = "three-quarter", .light = "studio", .size = "960x1120", .supersamples = 2};
    bool json = false;
};

/// Linear colour and coverage of the picture, for work in other programs.
bool is_exr(const std::filesystem::path& path) {
    return path.extension() == ".exr";
}

/// What every picture of one call shares.
struct Studio {
    const Options& options;
    const project::Project& project;
    const project::Moment& moment;
    const portfolio::Shot& shot;
    portfolio::Sitting& sitting;
};

void write(const Studio& studio, render::Picture& picture, const std::string& noise) {
    const Options& options = studio.options;
    const PictureText text = portfolio::picture_text(studio.project, {.version = HEALED_VERSION,
                                                                      .at = studio.moment.words,
                                                                      .camera = studio.shot.camera,
                                                                      .light = studio.shot.rig,
                                                                      .noise = noise});
    if (is_exr(options.output)) {
        write_exr(options.output, picture.linear, text);
        return;
    }
    const portfolio::Typefaces faces = portfolio::load_typefaces();
    if (studio.project.plan.test_chart)
        portfolio::label_chart(picture.display, studio.sitting.camera(studio.shot), studio.sitting.head(),
                               studio.project, ink::load_library(assets_folder()), faces);
    portfolio::stamp_simulation(picture.display, faces);
    write_picture(options.output, picture.display, text);
}

/// A picture with its noise is there whenever the work is stopped.
void write_as_it_clears(const Studio& studio, ProgressBar& bar) {
    const auto hand_over = [&](render::Picture& picture, const std::string& noise) {
        throw_if_interrupted();
        write(studio, picture, noise);
        bar.wipe();
        if (!studio.options.json)
            fmt::print("{}\n", noise);
        std::fflush(stdout);
    };
    portfolio::take_as_it_clears(studio.sitting, studio.moment.years, studio.shot, bar.part(0.2, 1.0),
                                 hand_over);
}

portfolio::Shot shot_of_quality(const Options& options, const std::vector<project::Bookmark>& bookmarks) {
    ShotOptions words = options.shot;
    if (options.quality == "draft")
        words.supersamples = 1;
    portfolio::Shot shot = shot_of(words, bookmarks);
    if (options.quality == "reference")
        shot.paths = options.paths;
    portfolio::check(shot, bookmarks);
    return shot;
}

void print_json(const Studio& studio, const gpu::Device& device) {
    const portfolio::Shot& shot = studio.shot;
    nlohmann::ordered_json json{{"output", studio.options.output},
                                {"plan", project::plan_hash(studio.project)},
                                {"at_years", studio.moment.years},
                                {"camera", shot.camera},
                                {"light", shot.rig},
                                {"quality", studio.options.quality},
                                {"width", shot.settings.width},
                                {"height", shot.settings.height},
                                {"simulation", true},
                                {"device", device.name()}};
    if (const auto noise = studio.sitting.noise())
        json["noise"] = {{"paths_per_band", shot.paths},
                         {"ratio_standard_error_rms", noise->rms},
                         {"ratio_standard_error_max", noise->greatest}};
    fmt::print("{}\n", json.dump(2));
}

void run(const Options& options) {
    require_picture_output(options.output, ".exr");
    const project::Moment moment = project::parse_moments(options.at).front();
    const ink::Library library = ink::load_library(assets_folder());
    const project::Project project = open_project(options.plan, library);
    const portfolio::Shot shot = shot_of_quality(options, project.bookmarks);
    const gpu::Device device;
    ProgressBar bar("picture");
    portfolio::Sitting sitting(device, project, bar.part(0.05, shot.paths > 0 ? 0.2 : 0.7));
    throw_if_interrupted();
    const Studio studio{options, project, moment, shot, sitting};
    if (shot.paths > 0) {
        write_as_it_clears(studio, bar);
    } else {
        render::Picture picture = sitting.take(sitting.first(), moment.years, shot);
        throw_if_interrupted();
        write(studio, picture, {});
    }
    if (options.json)
        print_json(studio, device);
}

} // namespace

void declare_render(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("render", "One picture of a plan at a time");
    command->add_option("plan", options->plan, "Project file")->required();
    add_moment_option(*command, options->at, "Time: day0, healed, 7d, 4w, 6.5y");
    add_shot_options(*command, options->shot);
    command
        ->add_option("--quality", options->quality,
                     "draft: one sample a pixel; final; reference: the dots of the macro camera by paths of "
                     "light, shown as it clears")
        ->check(CLI::IsMember({"draft", "final", "reference"}))
        ->capture_default_str();
    command->add_option("--paths", options->paths, "Of light a band, for the reference")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{10'000'000}))
        ->capture_default_str();
    command->add_option("-o,--output", options->output, "Picture: .png, .jpg, or .exr with linear values")
        ->required();
    command->add_flag("--json", options->json, "Tell what was made, for machines");
    command->footer(
        "Examples:\n  healed render plan.healed.json --at healed -o healed.png\n"
        "  healed render plan.healed.json --at 5y --camera crown --light clinic --size 1920x1080 -o "
        "crown.png\n"
        "  healed render plan.healed.json --at day0 --camera macro --light loupe --polarised -o dots.png\n"
        "  healed render plan.healed.json --camera macro --zoom 2 --size 480x360 --quality reference --paths "
        "1000 -o exact.png");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli
