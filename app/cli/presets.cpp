#include "commands.h"

#include "base/file.h"
#include "base/json.h"
#include "head/shape.h"
#include "ink/ink.h"
#include "project/follicles.h"
#include "project/hairlines.h"
#include "project/mistake.h"
#include "project/presets.h"
#include "render/camera.h"
#include "render/light_rig.h"
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
    Kind treatments{"treatments", {}}, skins{"skins", {}}, inks{"inks", {}}, lights{"lights", {}},
        cameras{"cameras", {}}, heads{"heads", {}}, hairlines{"hairlines", {}}, follicles{"follicles", {}},
        mistakes{"mistakes", {}};
    for (const std::string& name : project::preset_names(assets))
        treatments.choices.emplace_back(name, project::load_preset(assets, name).title);
    for (const auto& [name, preset] : skin::load_presets(assets))
        skins.choices.emplace_back(name, preset.title);
    for (const auto& [name, ink] : ink::load_library(assets).inks)
        inks.choices.emplace_back(name, ink.title);
    for (const auto& [name, rig] : render::load_light_rigs(assets))
        lights.choices.emplace_back(name, rig.title);
    for (const auto& [name, camera] : render::load_camera_presets(assets))
        cameras.choices.emplace_back(name, camera.title);
    for (const head::ShapePreset& preset : head::load_shapes(assets))
        heads.choices.emplace_back(preset.name, preset.title);
    for (const project::HairlinePreset& preset : project::load_hairlines(assets))
        hairlines.choices.emplace_back(preset.name, fmt::format("{}; age {:.0f} to {:.0f}", preset.title,
                                                                preset.from_years, preset.to_years));
    for (const project::FolliclePreset& preset : project::load_follicles(assets))
        follicles.choices.emplace_back(preset.name, preset.title);
    for (const std::string& name : project::mistake_names(assets))
        mistakes.choices.emplace_back(name, project::load_mistake(assets, name).title);
    return {treatments, mistakes, heads, hairlines, follicles, skins, inks, lights, cameras};
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
    CLI::App* command = program.add_subcommand(
        "presets", "List treatments, mistakes, heads, hairlines, follicles, skins, inks, lights and cameras");
    command->add_flag("--json", *json, "For machines");
    command->footer("Examples:\n  healed presets\n  healed presets --json");
    command->callback([json] { *json ? print_json() : print_table(); });
}

} // namespace healed::cli
