#include "commands.h"

#include "base/file.h"
#include "base/json.h"
#include "color/illuminant.h"
#include "ink/ink.h"
#include "project/presets.h"
#include "skin/settings.h"

#include <fmt/format.h>
#include <memory>

namespace healed::cli {

namespace {

/// Name and title of what can be chosen, by kind.
struct Kind {
    std::string name;
    std::vector<std::pair<std::string, std::string>> choices;
};

std::vector<Kind> kinds() {
    const std::filesystem::path assets = assets_folder();
    Kind treatments{"treatments", {}}, skins{"skins", {}}, inks{"inks", {}}, lights{"lights", {}};
    for (const std::string& name : project::preset_names(assets))
        treatments.choices.emplace_back(name, project::load_preset(assets, name).title);
    for (const auto& [name, preset] : skin::load_presets(assets))
        skins.choices.emplace_back(name, preset.title);
    for (const auto& [name, ink] : ink::load_library(assets).inks)
        inks.choices.emplace_back(name, ink.title);
    for (const auto& [name, light] : color::load_lights(assets))
        lights.choices.emplace_back(name, light.title);
    return {treatments, skins, inks, lights};
}

void print_json() {
    Json json;
    for (const Kind& kind : kinds()) {
        json[kind.name] = Json::array();
        for (const auto& [name, title] : kind.choices)
            json[kind.name].push_back({{"name", name}, {"title", title}});
    }
    fmt::print("{}\n", json.dump(2));
}

void print_table() {
    for (const Kind& kind : kinds()) {
        fmt::print("{}\n", kind.name);
        for (const auto& [name, title] : kind.choices)
            fmt::print("  {:<26} {}\n", name, title);
    }
}

} // namespace

void declare_presets(CLI::App& program) {
    auto json = std::make_shared<bool>(false);
    CLI::App* command = program.add_subcommand("presets", "List treatments, skins, inks and lights");
    command->add_flag("--json", *json, "For machines");
    command->footer("Examples:\n  healed presets\n  healed presets --json");
    command->callback([json] { *json ? print_json() : print_table(); });
}

} // namespace healed::cli
