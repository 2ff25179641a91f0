#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace healed::studio {

/// Every word that the window shows, by key, from one file a language (assets/language/en.json).
/// Throws Error naming file and key for a file that is no flat object of texts or lacks a key of English.
void load_words(const std::filesystem::path& assets, const std::string& language);

/// The same; a language that is no longer there gives way to English.
void speak(const std::filesystem::path& assets, const std::string& language);

/// The words of a key, valid until other words are loaded. A key that no file has stands for itself, so that
/// it is seen.
const char* say(std::string_view key);

/// Languages that assets/language holds.
std::vector<std::string> languages(const std::filesystem::path& assets);

/// A language and what it calls itself.
struct Spoken {
    std::string code, own_name;
};
std::vector<Spoken> spoken_languages(const std::filesystem::path& assets);

} // namespace healed::studio
