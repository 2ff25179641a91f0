#include "project/follicles.h"

#include "base/error.h"
#include "base/table.h"
#include "project/field_reader.h"
#include "project/plan_fields.h"
#include "project/presets.h"

#include <algorithm>
#include <fmt/ranges.h>

namespace healed::project {

namespace {

FolliclePreset read_preset(const std::filesystem::path& file) {
    JsonReader json = JsonReader::from_file(file);
    read_passport(json);
    FolliclePreset preset{.name = file.stem().string(), .title = json.text("title"), .follicles = {}};
    FieldReader(json).object("follicles", preset.follicles);
    json.finish();
    return preset;
}

} // namespace

std::vector<FolliclePreset> load_follicles(const std::filesystem::path& assets) {
    std::vector<FolliclePreset> presets;
    for (const std::string& name : names_in(assets / "follicles"))
        presets.push_back(read_preset(assets / "follicles" / (name + ".json")));
    return presets;
}

FolliclePreset load_follicles(const std::filesystem::path& assets, const std::string& name) {
    const std::vector<std::string> names = names_in(assets / "follicles");
    if (std::find(names.begin(), names.end(), name) == names.end())
        fail("follicles: \"{}\" is none of {}", name, fmt::join(names, ", "));
    return read_preset(assets / "follicles" / (name + ".json"));
}

} // namespace healed::project
