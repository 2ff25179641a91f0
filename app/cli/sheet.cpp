#include "commands.h"

#include "interrupt.h"
#include "mistake_sheet.h"
#include "moments_option.h"
#include "progress_bar.h"
#include "sheet_cells.h"
#include "shot_options.h"
#include "treated_head.h"

#include "base/error.h"
#include "base/file.h"
#include "portfolio/labels.h"
#include "portfolio/provenance.h"
#include "portfolio/sheet.h"
#include "portfolio/sitting.h"

#include <fmt/format.h>
#include <memory>
#include <sstream>

namespace healed::cli {

namespace {

struct Options {
    std::string plan, output;
    std::string at = "day0,healed,3y,5y,7y";
    std::string vary, mistake;
    ShotOptions shot{.camera = "consultation", .light = "studio", .size = "480x560", .supersamples = 2};
    bool json = false;
};

/// The inks of "ink=a,b"; none for an empty text. Throws Error for anything else.
std::vector<std::string> varied_inks(const std::string& vary) {
    const std::string head = "ink=";
    if (vary.empty())
        return {};
    if (vary.rfind(head, 0) != 0 || vary.size() == head.size())
        fail("--vary: {} is not ink=NAME,NAME", vary);
    std::vector<std::string> inks;
    std::istringstream names(vary.substr(head.size()));
    for (std::string name; std::getline(names, name, ',');)
        inks.push_back(name);
    return inks;
}

/// The plan itself, or the plan with each ink in all its sessions.
std::vector<project::Project> variants(const project::Project& project, const std::vector<std::string>& inks,
                                       const ink::Library& library) {
    if (inks.empty())
        return {project};
    std::vector<project::Project> all;
    for (const std::string& name : inks) {
        library.ink(name);
        project::Project& variant = all.emplace_back(project);
        for (treatment::Session& session : variant.plan.sessions)
            session.ink = name;
    }
    return all;
}

/// An ink's name, and how it was set.
portfolio::Row ink_row(const project::Project& variant, const ink::Library& library) {
    return {.label = library.ink(variant.plan.sessions.back().ink).title,
            .detail = fmt::format("{}-point needle, resting at {:.2f} mm", variant.plan.needle.points,
                                  variant.plan.needle.resting_depth_mm),
            .cells = {}};
}

void run_plan(const Options& options) {
    const portfolio::Shot shot = shot_of(options.shot);
    const std::vector<project::Moment> moments = project::parse_moments(options.at);
    const ink::Library library = ink::load_library(assets_folder());
    const project::Project project = open_project(options.plan, library);
    const std::vector<project::Project> rows = variants(project, varied_inks(options.vary), library);

    const gpu::Device device;
    ProgressBar bar("sheet");
    portfolio::Sitting sitting(device, project, bar.part(0.02, 0.3));
    throw_if_interrupted();
    portfolio::Sheet sheet{.title = project.title,
                           .subtitle = fmt::format("{} dots in {} sessions, {}",
                                                   sitting.first().treatment.dots.size(),
                                                   project.plan.sessions.size(), shot.camera)};
    for (const project::Moment& moment : moments)
        sheet.columns.push_back(moment.label);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double share = 0.7 / static_cast<double>(rows.size());
        const double begin = 0.3 + share * static_cast<double>(i);
        portfolio::Row& row = sheet.rows.emplace_back(ink_row(rows[i], library));
        row.cells = cells_of(sitting, rows[i], moments, shot, bar.part(begin, begin + share));
    }
    sheet.legend =
        fmt::format("Simulation. Plan {}, seed {}, healed {}. Light: {}. Insets: crossed polarisers.",
                    project::plan_hash(project), project.plan.seed, HEALED_VERSION, shot.rig);
    write_picture(
        options.output, portfolio::compose(sheet),
        portfolio::picture_text(
            project,
            {.version = HEALED_VERSION, .at = options.at, .camera = shot.camera, .light = shot.rig}));
    if (options.json)
        fmt::print("{}\n", nlohmann::ordered_json{{"output", options.output},
                                                  {"plan", project::plan_hash(project)},
                                                  {"dots", sitting.first().treatment.dots.size()},
                                                  {"rows", sheet.rows.size()},
                                                  {"columns", sheet.columns},
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
    command->add_option("--vary", options->vary, "What the rows vary: ink=NAME,NAME")->excludes(mistake);
    add_shot_options(*command, options->shot);
    command->add_option("-o,--output", options->output, "Picture: .png or .jpg")->required();
    command->add_flag("--json", options->json, "Tell what was made, for machines");
    command->footer("Each cell carries a close look at the same skin, 6.7 mm across.\n"
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
