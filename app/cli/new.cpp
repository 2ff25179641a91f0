#include "commands.h"

#include "head_options.h"
#include "progress_bar.h"

#include "base/error.h"
#include "base/file.h"
#include "color/illuminant.h"
#include "color/lab.h"
#include "ink/ink.h"
#include "project/follicles.h"
#include "project/hairlines.h"
#include "project/heads.h"
#include "project/inks.h"
#include "project/presets.h"
#include "skin/optics.h"
#include "transport/adding_doubling.h"

#include <filesystem>
#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

struct Options {
    std::string preset{project::built_in_preset};
    std::string output = "plan.healed.json";
    std::string skin;
    std::string ink;
    std::string head;
    std::string hairline;
    std::string follicles;
    HeadOptions how;
    std::uint64_t seed = 0;
    bool force = false;
};

/// Skin from a file; its light counts as that of the Fitzpatrick type whose class of typology angle it is in.
void set_skin(project::Project& project, const std::string& type_or_file,
              const std::filesystem::path& assets) {
    if (std::filesystem::path(type_or_file).extension() != ".json")
        return project::set_fitzpatrick(project, type_or_file);
    project.skin = skin::load_preset(assets, type_or_file).settings;
    const color::Viewing viewing = color::load_daylight_viewing(assets);
    const color::Spectrum reflectance =
        transport::bare_reflectance(skin::Skin(project.skin, skin::load_haemoglobin(assets)));
    const color::Lab lab = color::lab_from_xyz(viewing.xyz(reflectance), viewing.white());
    const color::SkinClass skin_class = color::skin_class(color::individual_typology_angle_deg(lab));
    project.client.fitzpatrick = 1 + static_cast<int>(skin_class);
}

std::string type_or_file(const std::string& word) {
    const bool is_type =
        word == "I" || word == "II" || word == "III" || word == "IV" || word == "V" || word == "VI";
    if (is_type || std::filesystem::path(word).extension() == ".json")
        return {};
    return "\"" + word + "\" is neither I, II, III, IV, V or VI nor a .json file of a skin";
}

/// The model is looked at now, so that what is wrong with it is said here and not at the first picture; its
/// path is written as seen from the project file.
void choose_head(project::Project& project, const Options& options) {
    project.head = project::head_choice(options.head);
    project.head.wishes = wishes_of(options.how);
    if (project.head.file.empty())
        return;
    ProgressBar bar("head");
    head::imported_head(project.head.file, project.head.wishes, bar.part(0.0, 1.0));
    const std::filesystem::path folder = std::filesystem::absolute(options.output).parent_path();
    project.head.file =
        std::filesystem::proximate(std::filesystem::absolute(project.head.file), folder).generic_string();
}

void run(const Options& options) {
    const std::filesystem::path assets = assets_folder();
    if (!options.force && std::filesystem::exists(options.output))
        fail("{}: exists already; --force overwrites it", options.output);
    project::Project project = project::load_preset(assets, options.preset);
    if (!options.skin.empty())
        set_skin(project, options.skin, assets);
    if (!options.hairline.empty())
        project.plan.hairline = project::load_hairline(assets, options.hairline).hairline;
    if (!options.follicles.empty())
        project.plan.follicles = project::load_follicles(assets, options.follicles).follicles;
    if (!options.head.empty())
        choose_head(project, options);
    for (treatment::Session& session : project.plan.sessions)
        if (!options.ink.empty())
            session.ink = options.ink;
    if (options.seed != 0)
        project.plan.seed = options.seed;
    project::check_inks(project, ink::load_library(assets), options.ink.empty() ? options.preset : "--ink");
    project::save(options.output, project);
    fmt::print("{}: {} (plan {})\n", options.output, project.title, project::plan_hash(project));
}

} // namespace

void declare_new(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("new", "Write a project file from a preset");
    command->add_option("--preset", options->preset, "Treatment to start from; `healed presets` lists them")
        ->capture_default_str();
    command->add_option("-o,--output", options->output, "File to write")->capture_default_str();
    command
        ->add_option("--skin", options->skin,
                     "Fitzpatrick type of the client, or a file of a skin, e.g. of `healed skin --fit`")
        ->check(type_or_file);
    command->add_option(
        "--head", options->head,
        "Built-in head by name, or the client's own model; `healed head` tells what is found in it");
    add_head_options(*command, options->how);
    command->add_option("--hairline", options->hairline, "Hairline by name; `healed presets` lists them");
    command->add_option("--follicles", options->follicles,
                        "Natural pattern of the client's hair by name; `healed presets` lists them");
    command->add_option("--ink", options->ink, "Ink of every session; `healed presets` lists them");
    command->add_option("--seed", options->seed, "Seed of the placement")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{9007199254740991}));
    command->add_flag("--force", options->force, "Overwrite the file when it exists");
    command->footer("Examples:\n"
                    "  healed new -o plan.healed.json\n"
                    "  healed new --preset full-shaved-too-deep --skin V -o deep.healed.json\n"
                    "  healed new --skin client.json -o client.healed.json\n"
                    "  healed new --head client.obj -o client.healed.json");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli
