#pragma once

#include "ink/ink.h"
#include "project/hairlines.h"

#include <filesystem>
#include <string>
#include <vector>

namespace healed::studio {

/// Something of assets that a person can choose: its file's stem, and its title for people.
struct Entry {
    std::string name, title;
};

/// Everything of assets that can be chosen in the window.
struct Catalogue {
    /// Throws Error naming file, field and value.
    explicit Catalogue(const std::filesystem::path& assets);

    std::vector<Entry> presets, inks, rigs, cameras, hairlines, mistakes;
    std::vector<project::HairlinePreset> hairline_presets; ///< as `hairlines`
    ink::Library library;
};

/// The titles alone, for lists.
std::vector<std::string> titles(const std::vector<Entry>& entries);
/// Where a name stands; the count where it is none of them.
std::size_t place_of(const std::vector<Entry>& entries, const std::string& name);

/// "I" … "VI".
inline constexpr const char* skin_types[6] = {"I", "II", "III", "IV", "V", "VI"};

} // namespace healed::studio
