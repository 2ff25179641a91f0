#include "project/presets.h"

#include "base/error.h"
#include "base/file.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <fmt/ranges.h>

namespace healed::project {

std::vector<std::string> names_in(const std::filesystem::path& folder) {
    if (!std::filesystem::is_directory(folder))
        fail("{}: no such folder", folder.string());
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json")
            names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> preset_names(const std::filesystem::path& assets) {
    return names_in(assets / "presets");
}

Project load_preset(const std::filesystem::path& assets, const std::string& name) {
    const std::vector<std::string> names = preset_names(assets);
    if (std::find(names.begin(), names.end(), name) == names.end())
        fail("preset: \"{}\" is none of {}", name, fmt::join(names, ", "));
    return load(assets / "presets" / (name + ".json"));
}

void set_fitzpatrick(Project& project, const std::string& type) {
    constexpr std::array<std::string_view, 6> types{"I", "II", "III", "IV", "V", "VI"};
    const auto found = std::find(types.begin(), types.end(), type);
    assert(found != types.end());
    project.skin = skin::load_preset(assets_folder(), type).settings;
    project.client.fitzpatrick = static_cast<int>(found - types.begin()) + 1;
}

Project built_in_project() {
    return load_preset(assets_folder(), built_in_preset);
}

} // namespace healed::project
