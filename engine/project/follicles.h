#pragma once

#include "treatment/scalp.h"

#include <filesystem>
#include <string>
#include <vector>

namespace healed::project {

/// The natural pattern of hair in people of one descent. Adding one is adding a file to assets/follicles.
struct FolliclePreset {
    std::string name, title;
    treatment::Follicles follicles;
};

/// All of them in order of the alphabet. Throws Error naming file, field and value.
std::vector<FolliclePreset> load_follicles(const std::filesystem::path& assets);

/// One by name. Throws Error that lists the known names.
FolliclePreset load_follicles(const std::filesystem::path& assets, const std::string& name);

} // namespace healed::project
