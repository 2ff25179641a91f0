#pragma once

#include "project/project.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace healed::project {

/// By what number a mistake shows: the wrong work's value over the right work's.
struct Proof {
    std::string at;      ///< a moment, "healed"
    std::string measure; ///< one of those that portfolio::sign() knows
    std::optional<double> at_least, at_most;
};

/// A mistake of practice beside the right work. Adding one is adding a file to assets/mistakes.
struct Mistake {
    std::string name, title;
    std::string cause, remedy;
    std::string on_day0, while_healing, when_healed, after_years; ///< what one sees, in words
    std::string camera;                            ///< that shows it best
    std::string at = "day0,healed,3y"; ///< when it shows; what proves it comes on top of these times
    std::vector<Proof> shows;
    Project right, wrong;
};

/// Names (file stems) of assets/mistakes, in order of the alphabet.
std::vector<std::string> mistake_names(const std::filesystem::path& assets);

/// Builds the right work from the file's preset and patch, and the wrong work from that and the second patch
/// (JSON merge patches, RFC 7386). Throws Error that lists the known names, or names file, field and value.
Mistake load_mistake(const std::filesystem::path& assets, const std::string& name);

} // namespace healed::project
