#include "skin/settings.h"

#include "base/error.h"

#include <algorithm>
#include <array>

namespace healed::skin {
namespace {

/// The file stem for a Fitzpatrick number I … VI; other names stay as they are.
std::string file_stem(const std::string& name) {
    constexpr std::array<std::string_view, 6> numerals{"I", "II", "III", "IV", "V", "VI"};
    const auto found = std::find(numerals.begin(), numerals.end(), name);
    if (found == numerals.end())
        return name;
    return "type-" + std::to_string(found - numerals.begin() + 1);
}

SkinPreset read_preset(const std::filesystem::path& file) {
    JsonReader json = JsonReader::from_file(file);
    SkinPreset preset;
    preset.name = file.stem().string();
    preset.title = json.text("title");
    preset.passport = read_passport(json);
    JsonReader settings = json.child("settings");
    preset.settings = read_settings(settings);
    settings.finish();
    json.text("notes", "");
    json.finish();
    return preset;
}

} // namespace

SkinSettings read_settings(JsonReader& json) {
    const SkinSettings usual;
    return {
        .melanin_fraction = json.number("melanin_fraction", {0.0, 0.5}, usual.melanin_fraction),
        .blood_fraction = json.number("blood_fraction", {0.0, 0.1}, usual.blood_fraction),
        .saturation = json.number("saturation", {0.0, 1.0}, usual.saturation),
        .scattering_factor = json.number("scattering_factor", {0.2, 5.0}, usual.scattering_factor),
        .baseline_factor = json.number("baseline_factor", {0.0, 5.0}, usual.baseline_factor),
        .epidermis_mm = json.number("epidermis_mm", {0.01, 1.0}, usual.epidermis_mm),
        .papillary_mm = json.number("papillary_mm", {0.01, 2.0}, usual.papillary_mm),
        .reticular_mm = json.number("reticular_mm", {0.05, 10.0}, usual.reticular_mm),
        .refractive_index = json.number("refractive_index", {1.3, 1.6}, usual.refractive_index),
    };
}

nlohmann::ordered_json settings_json(const SkinSettings& settings) {
    return {{"melanin_fraction", settings.melanin_fraction},
            {"blood_fraction", settings.blood_fraction},
            {"saturation", settings.saturation},
            {"scattering_factor", settings.scattering_factor},
            {"baseline_factor", settings.baseline_factor},
            {"epidermis_mm", settings.epidermis_mm},
            {"papillary_mm", settings.papillary_mm},
            {"reticular_mm", settings.reticular_mm},
            {"refractive_index", settings.refractive_index}};
}

std::map<std::string, SkinPreset> load_presets(const std::filesystem::path& assets) {
    const auto folder = assets / "skin";
    if (!std::filesystem::is_directory(folder))
        fail("{}: there is no such folder of skins", folder.string());
    std::map<std::string, SkinPreset> presets;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json") {
            SkinPreset preset = read_preset(entry.path());
            presets.emplace(preset.name, std::move(preset));
        }
    return presets;
}

SkinPreset load_preset(const std::filesystem::path& assets, const std::string& name) {
    if (std::filesystem::path(name).extension() == ".json")
        return read_preset(name);
    const std::map<std::string, SkinPreset> presets = load_presets(assets);
    if (const auto found = presets.find(file_stem(name)); found != presets.end())
        return found->second;
    std::string known;
    for (const auto& [each, preset] : presets)
        known += (known.empty() ? "" : ", ") + each;
    fail("skin: \"{}\" is unknown; known are {} (or I … VI, or a .json file of one)", name, known);
}

} // namespace healed::skin
