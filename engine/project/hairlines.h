#pragma once

#include "treatment/plan.h"

#include <filesystem>
#include <string>
#include <vector>

namespace healed::project {

/// A hairline by name, and for whom. Adding one is adding a file to assets/hairlines.
struct HairlinePreset {
    std::string name, title;
    double from_years, to_years; ///< age of the clients whom it suits
    treatment::Hairline hairline;
};

/// All of them in order of the alphabet. Throws Error naming file, field and value.
std::vector<HairlinePreset> load_hairlines(const std::filesystem::path& assets);

/// One by name. Throws Error that lists the known names.
HairlinePreset load_hairline(const std::filesystem::path& assets, const std::string& name);

} // namespace healed::project
