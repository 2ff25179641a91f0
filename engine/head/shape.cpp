#include "head/shape.h"

#include "base/error.h"
#include "base/table.h"

#include <algorithm>
#include <fmt/ranges.h>

namespace healed::head {
namespace {

/// Every field of a preset is stated.
class PresetReader {
  public:
    explicit PresetReader(JsonReader& json) : json_(json) {}
    void number(std::string_view key, double& value, Range range) { value = json_.number(key, range); }
    template <typename Enum, std::size_t count>
    void word(std::string_view key, Enum& value, const std::array<std::string_view, count>& words) {
        const std::vector<std::string> allowed(words.begin(), words.end());
        const std::string chosen = json_.word(key, allowed);
        value = static_cast<Enum>(std::find(allowed.begin(), allowed.end(), chosen) - allowed.begin());
    }

  private:
    JsonReader& json_;
};

ShapePreset read_preset(const std::filesystem::path& file) {
    JsonReader json = JsonReader::from_file(file);
    read_passport(json);
    ShapePreset preset{file.stem().string(), json.text("title"), {}};
    JsonReader shape = json.child("shape");
    PresetReader fields(shape);
    walk(fields, preset.shape);
    shape.finish();
    json.finish();
    return preset;
}

} // namespace

std::vector<ShapePreset> load_shapes(const std::filesystem::path& assets) {
    const std::filesystem::path folder = assets / "heads";
    if (!std::filesystem::is_directory(folder))
        fail("{}: no such folder of heads", folder.string());
    std::vector<ShapePreset> presets;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json")
            presets.push_back(read_preset(entry.path()));
    std::ranges::sort(presets, {}, &ShapePreset::name);
    return presets;
}

ShapePreset load_shape(const std::filesystem::path& assets, const std::string& name) {
    std::vector<std::string> names;
    for (ShapePreset& preset : load_shapes(assets)) {
        if (preset.name == name)
            return std::move(preset);
        names.push_back(preset.name);
    }
    fail("head: \"{}\" is none of {}", name, fmt::join(names, ", "));
}

} // namespace healed::head
