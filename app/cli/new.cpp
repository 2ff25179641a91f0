#include "commands.h"

#include "base/error.h"
#include "base/file.h"
#include "ink/ink.h"
#include "project/inks.h"
#include "project/presets.h"

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
    std::uint64_t seed = 0;
    bool force = false;
};

void run(const Options& options) {
    const std::filesystem::path assets = assets_folder();
    if (!options.force && std::filesystem::exists(options.output))
        fail("{}: exists already; --force overwrites it", options.output);
    project::Project project = project::load_preset(assets, options.preset);
    if (!options.skin.empty())
        project::set_fitzpatrick(project, options.skin);
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
    command->add_option("--skin", options->skin, "Fitzpatrick type of the client")
        ->check(CLI::IsMember({"I", "II", "III", "IV", "V", "VI"}));
    command->add_option("--ink", options->ink, "Ink of every session; `healed presets` lists them");
    command->add_option("--seed", options->seed, "Seed of the placement")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{9007199254740991}));
    command->add_flag("--force", options->force, "Overwrite the file when it exists");
    command->footer("Examples:\n"
                    "  healed new -o plan.healed.json\n"
                    "  healed new --preset full-shaved-too-deep --skin V -o deep.healed.json");
    command->callback([options] { run(*options); });
}

} // namespace healed::cli
