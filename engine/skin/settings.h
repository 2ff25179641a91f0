#pragma once

#include "base/table.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace healed::skin {

/// What makes one person's skin differ optically from another's. The defaults are those of nobody in
/// particular.
struct SkinSettings {
    double melanin_fraction = 0.03; ///< volume share of melanosomes in the epidermis, 0 … 0.5
    double blood_fraction = 0.006;  ///< volume share of blood in the reticular dermis, 0 … 0.1
    double saturation = 0.7;        ///< share of haemoglobin that carries oxygen, 0 … 1
    double scattering_factor = 1.4; ///< on the reduced scattering of Jacques 2013, 0.2 … 5
    double baseline_factor = 0.5;   ///< on the absorption of bloodless, melanin-free tissue, 0 … 5
    double epidermis_mm = 0.08;     ///< 0.01 … 1
    double papillary_mm = 0.15;     ///< papillary dermis, 0.01 … 2
    double reticular_mm = 1.15;     ///< reticular dermis down to the fat, 0.05 … 10
    double refractive_index = 1.4;  ///< of all layers, 1.3 … 1.6
};

/// A named person-like setting from assets/skin/*.json.
struct SkinPreset {
    std::string name;  ///< file stem, e.g. "type-3"
    std::string title; ///< for people, e.g. "Type III, intermediate"
    Passport passport;
    SkinSettings settings;
};

/// Reads the settings of `json`; missing fields keep their defaults. Throws Error naming file, field and
/// value for a value outside its range. Leaves finish() to the caller.
SkinSettings read_settings(JsonReader& json);

/// Every setting by its key, as read_settings reads it.
nlohmann::ordered_json settings_json(const SkinSettings& settings);

/// The presets of assets/skin/*.json by name. Throws Error naming file, field and value.
std::map<std::string, SkinPreset> load_presets(const std::filesystem::path& assets);

/// A preset by file stem ("type-3"), by Fitzpatrick number ("III"), or a file of the same form (any name that
/// ends in .json). Throws Error that lists the known names.
SkinPreset load_preset(const std::filesystem::path& assets, const std::string& name);

} // namespace healed::skin
