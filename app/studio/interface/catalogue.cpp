#include "interface/catalogue.h"

#include "project/mistake.h"
#include "project/presets.h"
#include "render/camera.h"
#include "render/light_rig.h"

#include <algorithm>

namespace healed::studio {

namespace {

/// Titles of files that a whole load would check at length.
std::vector<Entry> titled(const std::filesystem::path& folder) {
    std::vector<Entry> entries;
    for (const std::string& name : project::names_in(folder)) {
        JsonReader json = JsonReader::from_file(folder / (name + ".json"));
        entries.push_back({name, json.text("title", name)});
    }
    return entries;
}

} // namespace

Catalogue::Catalogue(const std::filesystem::path& assets)
    : presets(titled(assets / "presets")), mistakes(titled(assets / "mistakes")),
      hairline_presets(project::load_hairlines(assets)), library(ink::load_library(assets)) {
    for (const auto& [name, ink] : library.inks)
        inks.push_back({name, ink.title});
    for (const auto& [name, rig] : render::load_light_rigs(assets))
        rigs.push_back({name, rig.title});
    for (const auto& [name, camera] : render::load_camera_presets(assets))
        cameras.push_back({name, camera.title});
    for (const project::HairlinePreset& hairline : hairline_presets)
        hairlines.push_back({hairline.name, hairline.title});
    std::erase_if(presets, [](const Entry& entry) { return entry.name == "test-chart"; });
}

std::vector<std::string> titles(const std::vector<Entry>& entries) {
    std::vector<std::string> words;
    for (const Entry& entry : entries)
        words.push_back(entry.title);
    return words;
}

std::size_t place_of(const std::vector<Entry>& entries, const std::string& name) {
    return static_cast<std::size_t>(std::ranges::find(entries, name, &Entry::name) - entries.begin());
}

} // namespace healed::studio
