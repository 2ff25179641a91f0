#include "commands.h"

#include "interrupt.h"
#include "moments_option.h"
#include "progress_bar.h"
#include "shot_options.h"
#include "treated_head.h"

#include "base/file.h"
#include "portfolio/chart_labels.h"
#include "portfolio/labels.h"
#include "portfolio/provenance.h"
#include "portfolio/sitting.h"

#include <filesystem>
#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

struct Options {
    std::string plan, output;
    std::string at = "healed";
    ShotOptions shot{.camera = "three-quarter", .light = "studio", .size = "960x1120", .supersamples = 2};
    bool json = false;
};

/// Linear colour and coverage of the picture, for work in other programs.
bool is_exr(const std::filesystem::path& path) {
    return path.extension() == ".exr";
}

void run(const Options& options) {
    require_picture_output(options.output, ".exr");
    const portfolio::Shot shot = shot_of(options.shot);
    const project::Moment moment = project::parse_moments(options.at).front();
    const ink::Library library = ink::load_library(assets_folder());
    const project::Project project = open_project(options.plan, library);
    const gpu::Device device;
    ProgressBar bar("picture");
    portfolio::Sitting sitting(device, project, bar.part(0.05, 0.7));
    throw_if_interrupted();
    render::Picture picture = sitting.take(sitting.first(), moment.years, shot);
    throw_if_interrupted();
    const PictureText text = portfolio::picture_text(
        project, {.version = HEALED_VERSION, .at = moment.words, .camera = shot.camera, .light = shot.rig});
    if (is_exr(options.output)) {
        write_exr(options.output, picture.linear, text);
    } else {
        const portfolio::Typefaces faces = portfolio::load_typefaces();
        if (project.plan.test_chart)
            portfolio::label_chart(picture.display, sitting.camera(shot), sitting.head(), project, library,
                                   faces);
        portfolio::stamp_simulation(picture.display, faces);
        write_picture(options.output, picture.display, text);
    }
    if (options.json)
        fmt::print("{}\n", nlohmann::ordered_json{{"output", options.output},
                                                  {"plan", project::plan_hash(project)},
                                                  {"at_years", moment.years},
                                                  {"camera", shot.camera},
                                                  {"light", shot.rig},
                                                  {"width", shot.settings.width},
                                                  {"height", shot.settings.height},
                                                  {"simulation", true},
                                                  {"device", device.name()}}
                               .dump(2));
}

} // namespace

void declare_render(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("render", "One picture of a plan at a time");
    command->add_option("plan", options->plan, "Project file")->required();
    add_moment_option(*command, options->at, "Time: day0, healed, 7d, 4w, 6.5y");
    add_shot_options(*command, options->shot);
    command->add_option("-o,--output", options->output, "Picture: .png, .jpg, or .exr with linear values")
        ->required();
    command->add_flag("--json", options->json, "Tell what was made, for machines");
    command->footer(
        "Examples:\n  healed render plan.healed.json --at healed -o healed.png\n"
        "  healed render plan.healed.json --at 5y --camera crown --light clinic --size 1920x1080 -o "
        "crown.png\n"
        "  healed render plan.healed.json --at day0 --camera macro --light loupe --polarised -o dots.png");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli
