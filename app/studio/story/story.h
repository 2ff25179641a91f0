#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace healed::studio {

/// One line of a story: a verb and its words.
struct Step {
    std::size_t line; ///< in the file, from 1
    std::string verb;
    std::vector<std::string> words;
};

/// What a person does in the window, and what must come of it. A text file, one step a line; # begins a
/// remark. engine/docs/studio.md has all verbs.
struct Story {
    std::string name; ///< of the file
    std::vector<Step> steps;
};

/// Throws Error naming file and line for a verb that is unknown or has too few words.
Story read_story(const std::filesystem::path& file);

} // namespace healed::studio
