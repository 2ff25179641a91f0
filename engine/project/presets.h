#pragma once

#include "project/project.h"

#include <filesystem>
#include <string>
#include <vector>

namespace healed::project {

/// The preset that a new project starts from.
inline constexpr const char* built_in_preset = "full-shaved";

/// Stems of the JSON files of a folder, in order of the alphabet. Throws Error when there is no such folder.
std::vector<std::string> names_in(const std::filesystem::path& folder);

/// Names (file stems) of the treatments in assets/presets, in order of the alphabet.
std::vector<std::string> preset_names(const std::filesystem::path& assets);

/// A treatment by name, through the reader of all project files. Throws Error that lists the known names.
Project load_preset(const std::filesystem::path& assets, const std::string& name);

/// Gives the client the skin of a Fitzpatrick type, "I" … "VI": its settings and its shielding from light.
void set_fitzpatrick(Project& project, const std::string& type);

} // namespace healed::project
