#include "project/hairlines.h"

#include "base/error.h"
#include "base/table.h"
#include "project/field_reader.h"
#include "project/plan_fields.h"
#include "project/presets.h"

#include <algorithm>
#include <fmt/ranges.h>

namespace healed::project {

namespace {

HairlinePreset read_preset(const std::filesystem::path& file) {
    constexpr Range age{0, 120};
    JsonReader json = JsonReader::from_file(file);
    read_passport(json);
    HairlinePreset preset{.name = file.stem().string(), .title = json.text("title")};
    JsonReader suited = json.child("suited_age_years");
    preset.from_years = suited.number("from", age);
    preset.to_years = suited.number("to", age);
    suited.finish();
    FieldReader(json).object("hairline", preset.hairline);
    json.finish();
    return preset;
}

} // namespace

std::vector<HairlinePreset> load_hairlines(const std::filesystem::path& assets) {
    std::vector<HairlinePreset> presets;
    for (const std::string& name : names_in(assets / "hairlines"))
        presets.push_back(read_preset(assets / "hairlines" / (name + ".json")));
    return presets;
}

HairlinePreset load_hairline(const std::filesystem::path& assets, const std::string& name) {
    const std::vector<std::string> names = names_in(assets / "hairlines");
    if (std::find(names.begin(), names.end(), name) == names.end())
        fail("hairline: \"{}\" is none of {}", name, fmt::join(names, ", "));
    return read_preset(assets / "hairlines" / (name + ".json"));
}

} // namespace healed::project
