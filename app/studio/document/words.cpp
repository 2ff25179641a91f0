#include "document/words.h"

#include "base/error.h"
#include "base/json.h"
#include "project/presets.h"

#include <algorithm>
#include <map>

namespace healed::studio {

namespace {

using Words = std::map<std::string, std::string, std::less<>>;

Words& known() {
    static Words words;
    return words;
}

/// Keys that nobody wrote down, kept because say() hands out what it holds.
Words& missing() {
    static Words words;
    return words;
}

Words read(const std::filesystem::path& file) {
    const JsonReader json = JsonReader::from_file(file);
    if (!json.value().is_object())
        fail("{}: is no object of texts", file.string());
    Words words;
    for (const auto& [key, text] : json.value().items()) {
        if (!text.is_string())
            json.refuse(key, "is no text");
        words.emplace(key, text.get<std::string>());
    }
    return words;
}

} // namespace

void load_words(const std::filesystem::path& assets, const std::string& language) {
    const Words english = read(assets / "language/en.json");
    const std::filesystem::path file = assets / "language" / (language + ".json");
    Words words = language == "en" ? english : read(file);
    for (const auto& [key, text] : english)
        if (!words.contains(key))
            fail("{}: {}: is missing", file.string(), key);
    known() = std::move(words);
}

void speak(const std::filesystem::path& assets, const std::string& language) {
    const std::vector<std::string> known = languages(assets);
    load_words(assets, std::ranges::find(known, language) == known.end() ? "en" : language);
}

const char* say(std::string_view key) {
    const auto found = known().find(key);
    if (found != known().end())
        return found->second.c_str();
    return missing().try_emplace(std::string(key), key).first->second.c_str();
}

std::vector<std::string> languages(const std::filesystem::path& assets) {
    return project::names_in(assets / "language");
}

std::vector<Spoken> spoken_languages(const std::filesystem::path& assets) {
    std::vector<Spoken> all;
    for (const std::string& code : languages(assets)) {
        const Words words = read(assets / "language" / (code + ".json"));
        const auto name = words.find("language.own_name");
        all.push_back({code, name == words.end() ? code : name->second});
    }
    return all;
}

} // namespace healed::studio
