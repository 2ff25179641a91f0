#include "chart_sheet.h"
#include "commands.h"

#include "interrupt.h"
#include "mistake_sheet.h"
#include "moments_option.h"
#include "progress_bar.h"
#include "shot_options.h"
#include "treated_head.h"

#include "base/error.h"
#include "base/file.h"
#include "portfolio/plan_sheet.h"

#include <fmt/format.h>
#include <memory>
#include <sstream>

namespace healed::cli {

namespace {

struct Options {
    std::string plan, output;
    std::string at = "day0,healed,3y,5y,7y";
    std::vector<std::string> vary;
    std::string mistake;
    ShotOptions shot{.camera = "consultation", .light = "studio", .size = "480x560", .supersamples = 2};
    bool json = false;
};

/// The names of "ink=a,b" among what is varied, none where inks are not. Throws Error for anything else than
/// ink, skin and camera.
std::vector<std::string> varied(const std::vector<std::string>& vary, const std::string& what) {
    std::vector<std::string> all;
    for (const std::string& one : vary) {
        const std::size_t equals = one.find('=');
        const std::string kind = one.substr(0, equals);
        if (equals == one.npos || equals + 1 == one.size() ||
            (kind != "ink" && kind != "skin" && kind != "camera"))
            fail("--vary: {} is not ink=NAME,NAME, skin=TYPE,TYPE or camera=NAME,NAME", one);
        std::istringstream names(kind == what ? one.substr(equals + 1) : std::string());
        for (std::string name; std::getline(names, name, ',');)
            all.push_back(name);
    }
    return all;
}

void run_plan(const Options& options) {
    const std::vector<project::Moment> moments = project::parse_moments(options.at);
    const ink::Library library = ink::load_library(assets_folder());
    const project::Project project = open_project(options.plan, library);
    const portfolio::Shot shot = shot_of(options.shot, project.bookmarks);
    if (project.plan.test_chart) {
        make_chart_sheet(project, library, moments, options.at, options.output);
        return;
    }
    const portfolio::PlanSheet wanted{.moments = moments,
                                      .at = options.at,
                                      .inks = varied(options.vary, "ink"),
                                      .skins = varied(options.vary, "skin"),
                                      .cameras = varied(options.vary, "camera"),
                                      .version = HEALED_VERSION,
                                      .shot = shot};
    const gpu::Device device;
    ProgressBar bar("sheet");
    const portfolio::MadeSheet made =
        portfolio::write_plan_sheet(device, project, wanted, options.output, bar.part(0.0, 1.0));
    if (options.json)
        fmt::print("{}\n", nlohmann::ordered_json{{"output", options.output},
                                                  {"plan", project::plan_hash(project)},
                                                  {"dots", made.dots},
                                                  {"rows", made.rows},
                                                  {"columns", made.columns},
                                                  {"simulation", true},
                                                  {"device", device.name()}}
                               .dump(2));
}

void run(const Options& options, const CLI::App& command) {
    require_picture_output(options.output);
    if (options.mistake.empty()) {
        run_plan(options);
        return;
    }
    MistakeSheet wanted{.name = options.mistake, .output = options.output, .shot = options.shot};
    if (command.count("--at") > 0)
        wanted.at = options.at;
    wanted.own_camera = command.count("--camera") == 0;
    wanted.json = options.json;
    make_mistake_sheet(wanted);
}

} // namespace

void declare_sheet(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        program.add_subcommand("sheet", "A labelled contact sheet: rows vary, columns are times");
    CLI::Option* plan = command->add_option("plan", options->plan, "Project file");
    CLI::Option* mistake =
        command->add_option("--mistake", options->mistake,
                            "Instead of a plan: a mistake of practice beside the right work, as healed "
                            "presets lists them");
    plan->excludes(mistake);
    add_moments_option(*command, options->at, "Times: day0, healed, 7d, 4w, 6.5y, with commas between");
    command
        ->add_option("--vary", options->vary,
                     "What the rows vary: ink=NAME,NAME, skin=TYPE,TYPE, camera=NAME,NAME; more than one "
                     "where given more than once")
        ->take_all()
        ->excludes(mistake);
    add_shot_options(*command, options->shot);
    command->add_option("-o,--output", options->output, "Picture: .png or .jpg")->required();
    command->add_flag("--json", options->json, "Tell what was made, for machines");
    command->footer(
        "Each cell carries a close look at the same skin, 6.7 mm across. A test chart is laid on a flat "
        "patch, with\nits sizes, depths and inks beside it, whatever the camera and the size.\n"
        "Examples:\n  healed sheet plan.healed.json -o sheet.png\n"
        "  healed sheet plan.healed.json --at healed,5y --vary ink=smp-carbon,smp-warm --camera "
        "crown -o sheet.png\n"
        "  healed sheet --mistake too-deep -o too-deep.png");
    command->callback([options, command, plan, mistake] {
        if (plan->count() + mistake->count() == 0)
            throw CLI::RequiredError("plan or --mistake");
        run(*options, *command);
    });
}

} // namespace healed::cli
